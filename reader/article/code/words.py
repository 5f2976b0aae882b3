"""Code -> its words and what each is, by Pygments; loaded only where code is shown.

Only lexers that were seen to take linear time on hostile text (a test holds each of them to
it), by the names that pages give their languages.
"""

import importlib
import time
from collections.abc import Iterator
from functools import cache

from pygments.lexer import RegexLexer
from pygments.token import Token
from pygments.token import _TokenType as TokenType  # pyright: ignore[reportPrivateUsage]

# Pygments' module and class -> the names of the language.
LEXERS = {
    "asm.NasmLexer": "nasm asm assembly x86asm",
    "c_cpp.CLexer": "c h arduino",
    "c_cpp.CppLexer": "cpp c++ cc cxx hpp cuda",
    "configs.ApacheConfLexer": "apache apacheconf htaccess",
    "configs.DockerLexer": "docker dockerfile",
    "configs.IniLexer": "ini cfg conf config dosini editorconfig systemd desktop",
    "configs.NginxConfLexer": "nginx",
    "configs.PropertiesLexer": "properties env dotenv",
    "configs.TOMLLexer": "toml",
    "configs.TerraformLexer": "terraform tf hcl",
    "crystal.CrystalLexer": "crystal cr",
    "css.CssLexer": "css",
    "css.LessCssLexer": "less",
    "css.SassLexer": "sass",
    "css.ScssLexer": "scss",
    "data.JsonLexer": "json jsonc json5 jsonl geojson webmanifest",
    "data.YamlLexer": "yaml yml",
    "diff.DiffLexer": "diff patch udiff",
    "dotnet.CSharpLexer": "csharp c# cs dotnet",
    "dotnet.FSharpLexer": "fsharp f# fs",
    "dotnet.VbNetLexer": "vb vbnet vb.net visualbasic",
    "dsls.ProtoBufLexer": "protobuf proto",
    "elm.ElmLexer": "elm",
    "erlang.ElixirLexer": "elixir ex exs",
    "erlang.ErlangLexer": "erlang erl",
    "fortran.FortranLexer": "fortran f90",
    "go.GoLexer": "go golang",
    "graphics.GLShaderLexer": "glsl shader hlsl",
    "graphql.GraphQLLexer": "graphql gql",
    "graphviz.GraphvizLexer": "dot graphviz gv",
    "haskell.HaskellLexer": "haskell hs",
    "hdl.VerilogLexer": "verilog v systemverilog",
    "html.HtmlLexer": "html xhtml htm vue svelte astro",
    "html.PugLexer": "pug jade",
    "html.XmlLexer": "xml svg rss xsl xsd plist pom xaml wsdl",
    "javascript.CoffeeScriptLexer": "coffeescript coffee",
    "javascript.DartLexer": "dart flutter",
    "javascript.JavascriptLexer": "javascript js node nodejs mjs cjs es6 jscript",
    "javascript.TypeScriptLexer": "typescript ts mts cts",
    "jsx.JsxLexer": "jsx react",
    "jsx.TsxLexer": "tsx",
    "julia.JuliaLexer": "julia jl",
    "jvm.ClojureLexer": "clojure clj cljs edn",
    "jvm.GroovyLexer": "groovy gradle jenkinsfile",
    "jvm.JavaLexer": "java jsp",
    "jvm.KotlinLexer": "kotlin kt kts",
    "jvm.ScalaLexer": "scala sbt",
    "lisp.CommonLispLexer": "common-lisp lisp cl",
    "lisp.EmacsLispLexer": "emacs-lisp elisp",
    "lisp.RacketLexer": "racket rkt",
    "lisp.SchemeLexer": "scheme scm",
    "make.CMakeLexer": "cmake",
    "make.MakefileLexer": "make makefile mk",
    "markup.MarkdownLexer": "markdown md mdx",
    "markup.RstLexer": "rst restructuredtext",
    "markup.TexLexer": "tex latex bibtex",
    "matlab.MatlabLexer": "matlab octave",
    "ml.OcamlLexer": "ocaml ml reason",
    "nimrod.NimrodLexer": "nim",
    "nix.NixLexer": "nix",
    "objective.ObjectiveCLexer": "objective-c objectivec objc",
    "objective.SwiftLexer": "swift",
    "pascal.DelphiLexer": "delphi pascal objectpascal",
    "perl.PerlLexer": "perl pl",
    "php.PhpLexer": "php php3 php4 php5 php7",
    "prolog.PrologLexer": "prolog",
    "purescript.PureScriptLexer": "purescript purs",
    "python.PythonConsoleLexer": "pycon python-console",
    "python.PythonLexer": "python py python3 py3 python2 gyp sage starlark bazel",
    "r.SLexer": "r rlang splus",
    "rdf.SparqlLexer": "sparql",
    "ruby.RubyConsoleLexer": "irb rbcon",
    "ruby.RubyLexer": "ruby rb jruby rails gemfile",
    "rust.RustLexer": "rust rs",
    "scripting.LuaLexer": "lua luau",
    "shell.BashLexer": "bash sh shell zsh ksh shellscript",
    "shell.BashSessionLexer": "console shell-session bash-session sh-session terminal",
    "shell.BatchLexer": "bat batch cmd dos dosbatch winbatch",
    "shell.PowerShellLexer": "powershell pwsh posh ps1 psm1",
    "solidity.SolidityLexer": "solidity sol",
    "sql.MySqlLexer": "mysql mariadb",
    "sql.PostgresLexer": "postgresql postgres plpgsql pgsql",
    "sql.SqlLexer": "sql sqlite tsql plsql mssql",
    "tcl.TclLexer": "tcl",
    "templates.DjangoLexer": "django jinja jinja2 nunjucks njk",
    "templates.ErbLexer": "erb ejs",
    "templates.HandlebarsLexer": "handlebars hbs mustache",
    "templates.LiquidLexer": "liquid",
    "templates.TwigLexer": "twig",
    "textedit.AwkLexer": "awk gawk",
    "textedit.VimLexer": "vim viml vimscript",
    "textfmts.HttpLexer": "http https",
    "zig.ZigLexer": "zig",
}
_MEANINGS = (
    (Token.Comment.Preproc, "keyword"),
    (Token.Comment.PreprocFile, "string"),
    (Token.Comment, "comment"),
    (Token.Keyword.Constant, "number"),
    (Token.Keyword, "keyword"),
    (Token.Operator.Word, "keyword"),
    (Token.Name.Tag, "keyword"),
    (Token.Name.Attribute, "name"),
    (Token.Name.Function, "name"),
    (Token.Name.Class, "name"),
    (Token.Name.Decorator, "name"),
    (Token.Name.Constant, "number"),
    (Token.Name.Entity, "number"),
    (Token.Literal.String, "string"),
    (Token.Literal, "number"),
    (Token.Generic.Inserted, "inserted"),
    (Token.Generic.Deleted, "deleted"),
    (Token.Generic.Heading, "name"),
    (Token.Generic.Subheading, "comment"),
    (Token.Generic.Prompt, "comment"),
)


def words(text: str, language: str, until: float) -> Iterator[tuple[str, str]]:
    """Yield the pieces of `text`, in order and complete, each with what it is; "" for plain.

    `language` as a page names it; an unknown one gives one plain piece. After `until`
    (`time.process_time`) all that is left is plain.
    """
    lexer = _lexer(language)
    kind, start, done = "", 0, 0
    if lexer is not None:
        try:
            for at, token, word in lexer.get_tokens_unprocessed(text + "\n"):
                if at != done or time.process_time() > until:
                    break
                done = min(at + len(word), len(text))
                meaning = _meaning(token)
                if meaning != kind and not word.isspace():
                    if at > start:
                        yield kind, text[start:at]
                    kind, start = meaning, at
        except Exception:  # noqa: S110 a lexer's own fault costs the colours, not the code
            pass
    if done > start:
        yield kind, text[start:done]
    if done < len(text):
        yield "", text[done:]


@cache
def _lexer(language: str) -> RegexLexer | None:
    name = _names().get(language)
    if name is None:
        return None
    module, _, made = name.partition(".")
    return getattr(importlib.import_module(f"pygments.lexers.{module}"), made)()


@cache
def _names() -> dict[str, str]:
    return {name: lexer for lexer, names in LEXERS.items() for name in names.split()}


@cache
def _meaning(token: TokenType) -> str:
    return next((meaning for kind, meaning in _MEANINGS if token in kind), "")
