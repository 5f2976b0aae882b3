<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ArticleEnd</name>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 篇，共 {1} 篇</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>下一篇未读</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一篇</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>About %n min</source>
        <translation>约 %n 分钟</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>音频</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>帖文</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Picture from %1</source>
        <translation>来自 %1 的图片</translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation>加载图片</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>%1 did not send this picture</source>
        <translation>%1 没有返回这张图片</translation>
    </message>
    <message>
        <source>This picture is too large to be shown</source>
        <translation>图片过大，无法显示</translation>
    </message>
    <message>
        <source>This picture is not in the folder</source>
        <translation>文件夹里没有这张图片</translation>
    </message>
    <message>
        <source>%1 cannot be played here</source>
        <translation>%1 无法在此播放</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>This article twice brought down the page that shows it.</source>
        <translation>显示这篇文章的页面接连崩溃了两次。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
</context>
<context>
    <name>Batch</name>
    <message>
        <source>{0} starred</source>
        <translation>已给 {0} 篇加星标</translation>
    </message>
    <message>
        <source>{0} stars removed</source>
        <translation>已取消 {0} 篇的星标</translation>
    </message>
    <message>
        <source>{0} marked as read</source>
        <translation>已将 {0} 篇标为已读</translation>
    </message>
    <message>
        <source>{0} marked as unread</source>
        <translation>已将 {0} 篇标为未读</translation>
    </message>
</context>
<context>
    <name>BookmarkButton</name>
    <message>
        <source>Save this search (Ctrl+D)</source>
        <translation>保存此搜索 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Rename this search (Ctrl+D)</source>
        <translation>重命名此搜索 (Ctrl+D)</translation>
    </message>
</context>
<context>
    <name>Completion</name>
    <message>
        <source>words of the title</source>
        <translation>标题里的词</translation>
    </message>
    <message>
        <source>until the day before</source>
        <translation>到前一天为止</translation>
    </message>
    <message>
        <source>from a day on</source>
        <translation>从某天起</translation>
    </message>
    <message>
        <source>unread, read, starred</source>
        <translation>未读、已读、星标</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Suggestions</source>
        <translation>建议</translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message>
        <source>No post is selected</source>
        <translation>没有选中文章</translation>
    </message>
    <message>
        <source>Broadsheet writes nothing into the library; choose elsewhere</source>
        <translation>Broadsheet 不会向文库写入任何内容；请另选位置</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>Markdown list (*.md)</source>
        <translation>Markdown 列表 (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Plain text (*.txt)</source>
        <translation>纯文本 (*.txt)</translation>
    </message>
    <message>
        <source>Export the selected posts</source>
        <translation>导出选中的文章</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>无法写入 {0}：{1}</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已存为 {0}</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>search: {words}</source>
        <translation>搜索：{words}</translation>
    </message>
    <message>
        <source>Active filters</source>
        <translation>当前筛选条件</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove {filter}</source>
        <translation>移除“{filter}”</translation>
    </message>
    <message>
        <source>tag: {value}</source>
        <translation>标签：{value}</translation>
    </message>
    <message>
        <source>category: {value}</source>
        <translation>分类：{value}</translation>
    </message>
    <message>
        <source>author: {value}</source>
        <translation>作者：{value}</translation>
    </message>
    <message>
        <source>source: {value}</source>
        <translation>来源：{value}</translation>
    </message>
    <message>
        <source>year: {value}</source>
        <translation>年份：{value}</translation>
    </message>
    <message>
        <source>not {filter}</source>
        <translation>排除 {filter}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处 (Shift+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处 (F3)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>第 {0} 处，共 {1} 处</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 处</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} 处</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>No hit in this article</source>
        <translation>这篇文章里没有找到</translation>
    </message>
</context>
<context>
    <name>GoTo</name>
    <message>
        <source>Search every word for “{0}”</source>
        <translation>在全文中搜索“{0}”</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Saved search</source>
        <translation>保存的搜索</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Ctrl+Enter adds it to the filter</source>
        <translation>Ctrl+Enter 加入筛选</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Moving</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>当前文章</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next unread</source>
        <translation>下一篇未读</translation>
    </message>
    <message>
        <source>Page down, then the next article</source>
        <translation>向下翻页，到底后看下一篇</translation>
    </message>
    <message>
        <source>Page up, then the previous article</source>
        <translation>向上翻页，到顶后看上一篇</translation>
    </message>
    <message>
        <source>First article</source>
        <translation>第一篇</translation>
    </message>
    <message>
        <source>Last article</source>
        <translation>最后一篇</translation>
    </message>
    <message>
        <source>From the list into the article</source>
        <translation>从列表进入文章</translation>
    </message>
    <message>
        <source>List, article, sidebar in turn</source>
        <translation>在列表、文章、侧栏之间切换</translation>
    </message>
    <message>
        <source>The same, the other way round</source>
        <translation>同上，反向切换</translation>
    </message>
    <message>
        <source>Back to the list, clear the search</source>
        <translation>返回列表，清除搜索</translation>
    </message>
    <message>
        <source>Next link of the article</source>
        <translation>文中下一个链接</translation>
    </message>
    <message>
        <source>Previous link</source>
        <translation>上一个链接</translation>
    </message>
    <message>
        <source>Contents of the article</source>
        <translation>文章目录</translation>
    </message>
    <message>
        <source>Back in history</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward in history</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Open the original in the browser</source>
        <translation>在浏览器中打开原文</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy the article as Markdown</source>
        <translation>将文章复制为 Markdown</translation>
    </message>
    <message>
        <source>Read the article aloud, or pause</source>
        <translation>朗读文章，或暂停</translation>
    </message>
    <message>
        <source>Print, or save as PDF</source>
        <translation>打印，或存为 PDF</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>在文章中查找</translation>
    </message>
    <message>
        <source>Next place found, or hit of the search</source>
        <translation>下一处，或搜索的下一个命中</translation>
    </message>
    <message>
        <source>Previous place found, or hit</source>
        <translation>上一处，或上一个命中</translation>
    </message>
    <message>
        <source>Go to anything: title, tag, folder, command</source>
        <translation>转到任何地方：标题、标签、文件夹、命令</translation>
    </message>
    <message>
        <source>Choose dates on the timeline</source>
        <translation>在时间线上选择日期</translation>
    </message>
    <message>
        <source>Rename a saved search</source>
        <translation>重命名已存搜索</translation>
    </message>
    <message>
        <source>Remove a saved search</source>
        <translation>移除已存搜索</translation>
    </message>
    <message>
        <source>Move a saved search up</source>
        <translation>上移已存搜索</translation>
    </message>
    <message>
        <source>Move a saved search down</source>
        <translation>下移已存搜索</translation>
    </message>
    <message>
        <source>Undo star, read or saved search</source>
        <translation>撤销星标、已读或已存搜索</translation>
    </message>
    <message>
        <source>Theme: light, sepia, dark, black, as the system</source>
        <translation>主题：浅色、米黄、深色、纯黑、跟随系统</translation>
    </message>
    <message>
        <source>The post untouched, or cleaned</source>
        <translation>切换原始内容与整理后的文章</translation>
    </message>
    <message>
        <source>Load this article&apos;s pictures</source>
        <translation>加载本文图片</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text as it was</source>
        <translation>恢复默认字号</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>搜索文库</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Save this search, or rename it</source>
        <translation>保存此搜索，或重命名</translation>
    </message>
    <message>
        <source>Mark all shown as read</source>
        <translation>将列出的全部标为已读</translation>
    </message>
    <message>
        <source>Rescan the folder</source>
        <translation>重新扫描文件夹</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the sidebar</source>
        <translation>显示侧栏</translation>
    </message>
    <message>
        <source>Show the timeline</source>
        <translation>显示时间线</translation>
    </message>
    <message>
        <source>Nothing but the article</source>
        <translation>只看文章</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示快捷键</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Select the next post as well</source>
        <translation>同时选中下一篇</translation>
    </message>
    <message>
        <source>Select the previous post as well</source>
        <translation>同时选中上一篇</translation>
    </message>
    <message>
        <source>Select all posts of the list</source>
        <translation>选中列表中的全部文章</translation>
    </message>
    <message>
        <source>Export the selected posts</source>
        <translation>导出选中的文章</translation>
    </message>
    <message>
        <source>Find a title in the list</source>
        <translation>在列表中查找标题</translation>
    </message>
    <message>
        <source>Sort the list</source>
        <translation>列表排序</translation>
    </message>
    <message>
        <source>Rows: comfortable, compact, titles only</source>
        <translation>行距：宽松、紧凑、仅标题</translation>
    </message>
    <message>
        <source>Pictures in the list</source>
        <translation>列表中显示图片</translation>
    </message>
</context>
<context>
    <name>LibraryCommands</name>
    <message>
        <source>All shown are read already</source>
        <translation>列出的文章都已读过</translation>
    </message>
    <message>
        <source>{0} marked as read; Ctrl+Z undoes it</source>
        <translation>已将 {0} 篇标为已读；按 Ctrl+Z 可撤销</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>In this library: {0}</source>
        <translation>本文库中：{0}</translation>
    </message>
    <message>
        <source>Shown in its folder: {0}</source>
        <translation>已在所在文件夹中显示：{0}</translation>
    </message>
    <message>
        <source>There is no post {0} in this library</source>
        <translation>文库里没有 {0} 这篇文章</translation>
    </message>
</context>
<context>
    <name>ListCommands</name>
    <message>
        <source>Pictures in the list</source>
        <translation>列表中显示图片</translation>
    </message>
    <message>
        <source>No pictures</source>
        <translation>列表中不显示图片</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Recent folders</source>
        <translation>最近打开的文件夹</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Date, newest first</source>
        <translation>日期，最新在前</translation>
    </message>
    <message>
        <source>Date, oldest first</source>
        <translation>日期，最早在前</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Unread first</source>
        <translation>未读在前</translation>
    </message>
    <message>
        <source>Best match first, in a search</source>
        <translation>搜索时按相关度</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>列表的行</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>The end of the article</source>
        <translation>已到文章末尾</translation>
    </message>
    <message>
        <source>No other unread post in this list</source>
        <translation>列表中没有其他未读文章</translation>
    </message>
    <message>
        <source>This article has no headings</source>
        <translation>这篇文章没有小标题</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>OpenLibrary</name>
    <message>
        <source>Looking through the folder again</source>
        <translation>正在重新检查文件夹</translation>
    </message>
    <message>
        <source>Indexing stopped; F5 goes on</source>
        <translation>索引已停止；按 F5 继续</translation>
    </message>
    <message>
        <source>The folder is not there any more; what is known of it stays</source>
        <translation>文件夹已不在原处；已知内容仍保留</translation>
    </message>
    <message>
        <source>Another version of Broadsheet has this folder open. Close it, and its posts show here.</source>
        <translation>另一个版本的 Broadsheet 正打开着此文件夹。将其关闭后，文章会显示在这里。</translation>
    </message>
    <message>
        <source>The folder is on a network share; changes show after a while</source>
        <translation>文件夹位于网络共享上；变动会稍后显示</translation>
    </message>
    <message>
        <source>The system watches no more folders; changes show after a while</source>
        <translation>系统无法监视更多文件夹；变动会稍后显示</translation>
    </message>
    <message>
        <source>Reading titles {0} / {1}</source>
        <translation>正在读取标题 {0} / {1}</translation>
    </message>
    <message>
        <source>Reading texts {0} / {1} · {2} a second</source>
        <translation>正在读取正文 {0} / {1} · 每秒 {2} 篇</translation>
    </message>
    <message>
        <source>Indexing broke off; it starts again in {0} s</source>
        <translation>索引中断，{0} 秒后重新开始</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Open a folder of posts</source>
        <translation>打开存放文章的文件夹</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>转到任何地方</translation>
    </message>
    <message>
        <source>Go to a title, tag, search, folder or command</source>
        <translation>转到标题、标签、搜索、文件夹或命令</translation>
    </message>
</context>
<context>
    <name>Pins</name>
    <message>
        <source>Pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>Unpinned; Ctrl+Z brings it back</source>
        <translation>已取消固定，按 Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>Pin moved</source>
        <translation>固定项已移动</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>{0} is not there. Was it moved, or its disk taken out?</source>
        <translation>找不到 {0}。它是被移走了，还是所在的磁盘已拔出？</translation>
    </message>
    <message>
        <source>{0} is not a folder.</source>
        <translation>{0} 不是文件夹。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>无法读取 {0}：{1}</translation>
    </message>
</context>
<context>
    <name>PostCommands</name>
    <message>
        <source>No program opens {0}</source>
        <translation>没有程序可以打开 {0}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Star removed</source>
        <translation>已取消星标</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>已标为已读</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>This post names no original</source>
        <translation>这篇文章没有注明原文</translation>
    </message>
    <message>
        <source>Too many to be opened at once</source>
        <translation>数量太多，无法一次打开</translation>
    </message>
    <message>
        <source>None of these posts names an original</source>
        <translation>这些文章都没有注明原文</translation>
    </message>
    <message>
        <source>Link copied</source>
        <translation>链接已复制</translation>
    </message>
    <message>
        <source>Titles and links copied</source>
        <translation>标题和链接已复制</translation>
    </message>
    <message>
        <source>Article copied as Markdown</source>
        <translation>文章已复制为 Markdown</translation>
    </message>
    <message>
        <source>This article could not be printed</source>
        <translation>这篇文章未能打印</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已存为 {0}</translation>
    </message>
</context>
<context>
    <name>PostList</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>文章列表</translation>
    </message>
    <message>
        <source>No source</source>
        <translation>来源不明</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>1 stroke</source>
        <translation>1 画</translation>
    </message>
    <message>
        <source>{0} strokes</source>
        <translation>{0} 画</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Without the filters above there may be more.</source>
        <translation>去掉上面的筛选条件，也许能找到更多。</translation>
    </message>
    <message>
        <source>Nothing found for “{query}”</source>
        <translation>没有找到“{query}”</translation>
    </message>
    <message>
        <source>Fewer words find more.</source>
        <translation>减少词语可找到更多。</translation>
    </message>
    <message>
        <source>Esc clears the search.</source>
        <translation>按 Esc 清除搜索。</translation>
    </message>
    <message>
        <source>No posts match these filters</source>
        <translation>没有符合这些筛选条件的文章</translation>
    </message>
    <message>
        <source>No posts here</source>
        <translation>这里没有文章</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>全部读完了</translation>
    </message>
    <message>
        <source>No starred posts</source>
        <translation>还没有加星标的文章</translation>
    </message>
    <message>
        <source>Nothing published today</source>
        <translation>今天没有新文章</translation>
    </message>
    <message>
        <source>Comfortable rows</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Titles only</source>
        <translation>仅标题</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>无标题</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Usual font</source>
        <translation>默认字体</translation>
    </message>
    <message>
        <source>{0} (not installed)</source>
        <translation>{0}（未安装）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>强调色</translation>
    </message>
    <message>
        <source>Typeface</source>
        <translation>字形</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>字号</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>行高</translation>
    </message>
    <message>
        <source>Line width</source>
        <translation>行宽</translation>
    </message>
    <message>
        <source>Justified</source>
        <translation>两端对齐</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>米黄</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>纯黑</translation>
    </message>
    <message>
        <source>System</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Vermilion</source>
        <translation>朱红</translation>
    </message>
    <message>
        <source>Ochre</source>
        <translation>赭石</translation>
    </message>
    <message>
        <source>Moss</source>
        <translation>苔绿</translation>
    </message>
    <message>
        <source>Sea</source>
        <translation>海青</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅紫</translation>
    </message>
    <message>
        <source>Serif</source>
        <translation>衬线</translation>
    </message>
    <message>
        <source>Sans</source>
        <translation>无衬线</translation>
    </message>
    <message>
        <source>Chinese and Japanese</source>
        <translation>中文与日文</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对齐</translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>按原文</translation>
    </message>
    <message>
        <source>Simplified</source>
        <translation>简体</translation>
    </message>
    <message>
        <source>Traditional, Taiwan</source>
        <translation>繁体（台湾）</translation>
    </message>
    <message>
        <source>Traditional, Hong Kong</source>
        <translation>繁体（香港）</translation>
    </message>
    <message>
        <source>Alphabets</source>
        <translation>西文</translation>
    </message>
    <message>
        <source>Simplified Chinese</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Traditional Chinese</source>
        <translation>繁体中文</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>日文</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>韩文</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>偏好设置</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>阅读</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Filter commands or keys</source>
        <translation>筛选命令或按键</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>不设按键</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>改给此命令</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Every command gets its usual keys, and yours are lost.</source>
        <translation>所有命令将恢复默认按键，您的更改会丢失。</translation>
    </message>
    <message>
        <source>Use the usual ones</source>
        <translation>恢复默认按键</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的按键</translation>
    </message>
    <message>
        <source>All as usual</source>
        <translation>全部恢复默认</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>命令与按键</translation>
    </message>
    <message>
        <source>Press a key for “{0}”; Esc leaves all as it is</source>
        <translation>请按下“{0}”的新按键；按 Esc 取消</translation>
    </message>
    <message>
        <source>”, “</source>
        <translation>”、“</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} 已是“{1}”的按键。</translation>
    </message>
    <message>
        <source>Enter gives the chosen command another key.</source>
        <translation>按 Enter 为所选命令更换按键。</translation>
    </message>
    <message>
        <source>Pictures from the web</source>
        <translation>网络图片</translation>
    </message>
    <message>
        <source>Whoever sends a picture learns your address, and that you read the article. No cookies and no referrer are ever sent, and nothing but pictures is ever fetched.</source>
        <translation>提供图片的网站会知道您的网络地址，以及您读了这篇文章。Broadsheet 从不发送 Cookie 和来源地址，除图片外也从不下载任何内容。</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Kept pictures</source>
        <translation>已保存的图片</translation>
    </message>
    <message>
        <source>Pictures whose servers are gone will not come back.</source>
        <translation>服务器已消失的图片将无法再取回。</translation>
    </message>
    <message>
        <source>The pictures kept from the web are deleted.</source>
        <translation>已删除保存下来的网络图片。</translation>
    </message>
    <message>
        <source>Articles visited</source>
        <translation>浏览记录</translation>
    </message>
    <message>
        <source>The way back to the articles visited is lost.</source>
        <translation>将无法再回到浏览过的文章。</translation>
    </message>
    <message>
        <source>The articles visited are forgotten, in every library.</source>
        <translation>所有文库的浏览记录均已清除。</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近打开的文件夹</translation>
    </message>
    <message>
        <source>Each folder but the open one must be looked for again.</source>
        <translation>除当前文件夹外，其他文件夹都需重新查找。</translation>
    </message>
    <message>
        <source>All folders but the open one are forgotten.</source>
        <translation>除当前文件夹外，其余记录均已清除。</translation>
    </message>
    <message>
        <source>What you read and starred stays: it is kept with your data.</source>
        <translation>已读与星标不受影响，它们另行保存。</translation>
    </message>
    <message>
        <source>When I ask for them, article by article</source>
        <translation>由我逐篇决定</translation>
    </message>
    <message>
        <source>Always, with the article I open</source>
        <translation>打开文章时总是加载</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>An article counts as read</source>
        <translation>文章何时算已读</translation>
    </message>
    <message>
        <source>Space at an article&apos;s end</source>
        <translation>读到末尾时按空格键</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>列表的行</translation>
    </message>
    <message>
        <source>Posts stay in Unread until you go elsewhere</source>
        <translation>离开前仍留在“未读”中</translation>
    </message>
    <message>
        <source>Pictures in the list</source>
        <translation>列表中显示图片</translation>
    </message>
    <message>
        <source>Read posts</source>
        <translation>读过的帖子</translation>
    </message>
    <message>
        <source>As soon as it is shown</source>
        <translation>显示后立即</translation>
    </message>
    <message>
        <source>After five seconds</source>
        <translation>五秒之后</translation>
    </message>
    <message>
        <source>At its end</source>
        <translation>读到末尾时</translation>
    </message>
    <message>
        <source>Only when I mark it</source>
        <translation>仅由我标记</translation>
    </message>
    <message>
        <source>Goes to the next article</source>
        <translation>转到下一篇</translation>
    </message>
    <message>
        <source>Goes to the next unread one</source>
        <translation>转到下一篇未读</translation>
    </message>
    <message>
        <source>Stays</source>
        <translation>停在原处</translation>
    </message>
</context>
<context>
    <name>ProblemsDialog</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Posts with problems</source>
        <translation>有问题的文章</translation>
    </message>
    <message>
        <source>Post</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题所在</translation>
    </message>
    <message>
        <source>Reveal in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>These posts open all the same; what could not be read is left out.</source>
        <translation>这些文章仍可打开，只是略去了无法读取的部分。</translation>
    </message>
    <message>
        <source>Every post could be read fully.</source>
        <translation>每篇文章都完整读取。</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Indexing progress</source>
        <translation>索引进度</translation>
    </message>
</context>
<context>
    <name>ReadAloud</name>
    <message>
        <source>This system has no voice to read with</source>
        <translation>此系统没有可用的朗读语音</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>正在朗读</translation>
    </message>
    <message>
        <source>Reading aloud paused</source>
        <translation>朗读已暂停</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>The post as written</source>
        <translation>原文未经整理</translation>
    </message>
    <message>
        <source>The article</source>
        <translation>整理后的文章</translation>
    </message>
</context>
<context>
    <name>ReadingState</name>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; the backup {copy} took its place.</source>
        <translation>已读和星标的记录损坏了。损坏的文件保留为 {aside}；已用备份 {copy} 恢复。</translation>
    </message>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; all but what was done last could be saved.</source>
        <translation>已读和星标的记录损坏了。损坏的文件保留为 {aside}；除最后的操作外，其余都已救回。</translation>
    </message>
    <message>
        <source>What you have read and starred was damaged. The damaged file was kept as {aside}; there was no backup, so everything counts as unread.</source>
        <translation>已读和星标的记录损坏了。损坏的文件保留为 {aside}；没有备份，因此全部算作未读。</translation>
    </message>
    <message>
        <source>What you have read and starred was missing from {state}; the backup {copy} took its place.</source>
        <translation>{state} 中已读和星标的记录不见了；已用备份 {copy} 恢复。</translation>
    </message>
    <message>
        <source>{state} was written by a newer version of Broadsheet. What you read and star now is not kept; use the newer version to have it kept.</source>
        <translation>{state} 由更新版本的 Broadsheet 写入。现在的阅读和星标不会保存；请使用更新的版本。</translation>
    </message>
    <message>
        <source>{state} cannot be written. What you read and star is not kept until it can; check the permissions of its folder.</source>
        <translation>无法写入 {state}。在可以写入之前，阅读和星标不会保存；请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>No space is left on the disk for {state}: what you did last is not kept until there is.</source>
        <translation>磁盘没有空间写入 {state}：腾出空间之前，最后的操作尚未保存。</translation>
    </message>
    <message>
        <source>What you have read and starred, {state}, cannot be opened: {reason}. Check the permissions of its folder.</source>
        <translation>无法打开已读和星标的记录 {state}：{reason}。请检查其文件夹的权限。</translation>
    </message>
    <message>
        <source>What you have read and starred, {state}, cannot be used at present: {reason}</source>
        <translation>已读和星标的记录 {state} 目前无法使用：{reason}</translation>
    </message>
    <message>
        <source>No backup of what you have read and starred was made: {reason}</source>
        <translation>未能备份已读和星标的记录：{reason}</translation>
    </message>
</context>
<context>
    <name>RendererClient</name>
    <message>
        <source>The program that prepares articles ended at this post.</source>
        <translation>负责排版的程序处理到这篇文章时意外退出。</translation>
    </message>
    <message>
        <source>The program that prepares articles does not start.</source>
        <translation>负责排版的程序无法启动。</translation>
    </message>
    <message>
        <source>This post takes too long to prepare.</source>
        <translation>这篇文章排版用时过长。</translation>
    </message>
    <message>
        <source>This post becomes too large an article.</source>
        <translation>这篇文章排版后过大。</translation>
    </message>
</context>
<context>
    <name>RowList</name>
    <message>
        <source>What fits</source>
        <translation>符合的条目</translation>
    </message>
</context>
<context>
    <name>SavedDelegate</name>
    <message>
        <source>Name of the saved search</source>
        <translation>已存搜索的名称</translation>
    </message>
</context>
<context>
    <name>SavedModel</name>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>SavedRows</name>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Keep what is shown now under this name</source>
        <translation>改存为当前的筛选</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
</context>
<context>
    <name>SavedSearches</name>
    <message>
        <source>Search or filter first; then it can be saved</source>
        <translation>请先搜索或筛选，然后再保存</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>搜索已保存</translation>
    </message>
    <message>
        <source>Search renamed</source>
        <translation>搜索已重命名</translation>
    </message>
    <message>
        <source>Search removed; Ctrl+Z brings it back</source>
        <translation>搜索已移除，按 Ctrl+Z 恢复</translation>
    </message>
    <message>
        <source>Search moved</source>
        <translation>搜索已移动</translation>
    </message>
</context>
<context>
    <name>SectionMenu</name>
    <message>
        <source>Filter…</source>
        <translation>筛选…</translation>
    </message>
    <message>
        <source>Collapse</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Expand</source>
        <translation>展开</translation>
    </message>
    <message>
        <source>Sort by year</source>
        <translation>按年份排序</translation>
    </message>
    <message>
        <source>Sort by name</source>
        <translation>按名称排序</translation>
    </message>
    <message>
        <source>Sort by count</source>
        <translation>按篇数排序</translation>
    </message>
</context>
<context>
    <name>SettingsKeeper</name>
    <message>
        <source>The settings in “{0}” cannot be read, and are as at first start: {1}</source>
        <translation>无法读取“{0}”中的设置，现均为初始设置：{1}</translation>
    </message>
    <message>
        <source>The settings cannot be kept in “{0}”: {1}</source>
        <translation>设置无法保存到“{0}”：{1}</translation>
    </message>
    <message>
        <source>What stood in “{0}” could not be read, and is kept as “{1}”.</source>
        <translation>“{0}”的原有内容无法读取，已另存为“{1}”。</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Library and facets</source>
        <translation>文库与筛选</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Filter tags</source>
        <translation>筛选标签</translation>
    </message>
    <message>
        <source>Filter categories</source>
        <translation>筛选分类</translation>
    </message>
    <message>
        <source>Filter authors</source>
        <translation>筛选作者</translation>
    </message>
    <message>
        <source>Filter sources</source>
        <translation>筛选来源</translation>
    </message>
    <message>
        <source>Filter years</source>
        <translation>筛选年份</translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>not</source>
        <translation>排除</translation>
    </message>
</context>
<context>
    <name>SidebarModel</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>再显示 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>No match</source>
        <translation>无匹配项</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已固定</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>已排除</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>expanded</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>已折叠</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>StateClient</name>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop indexing</source>
        <translation>停止索引</translation>
    </message>
    <message>
        <source>Show the posts with problems</source>
        <translation>显示有问题的文章</translation>
    </message>
    <message>
        <source>1 post</source>
        <translation>1 篇文章</translation>
    </message>
    <message>
        <source>{0} posts</source>
        <translation>{0} 篇文章</translation>
    </message>
    <message>
        <source>{0} of {1} posts</source>
        <translation>{0} / {1} 篇文章</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 个问题</translation>
    </message>
    <message>
        <source>{0} problems</source>
        <translation>{0} 个问题</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>选中 1 篇</translation>
    </message>
    <message>
        <source>{0} selected</source>
        <translation>选中 {0} 篇</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message numerus="yes">
        <source>%n post(s)</source>
        <translation>
            <numerusform>%n 篇</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>yyyy</source>
        <translation>yyyy年</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>{begin} – {end}</source>
        <translation>{begin} – {end}</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>shown: {period}</source>
        <translation>显示：{period}</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Find a title in the list</source>
        <translation>在列表中查找标题</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Search the library</source>
        <translation>搜索文库</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Post untouched</source>
        <translation>原始内容</translation>
    </message>
    <message>
        <source>Remove the star</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Cleaned article</source>
        <translation>整理后的文章</translation>
    </message>
    <message>
        <source>Search every word…</source>
        <translation>全文搜索…</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
</context>
<context>
    <name>ValueMenu</name>
    <message>
        <source>Only this</source>
        <translation>仅看此项</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出筛选</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入筛选</translation>
    </message>
    <message>
        <source>No longer exclude</source>
        <translation>不再排除</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Search within…</source>
        <translation>在其中搜索…</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消固定</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定到顶部</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy name</source>
        <translation>复制名称</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>A reader for folders of posts</source>
        <translation>像读报一样，读一个文件夹</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Look at the sample library</source>
        <translation>看看示例文库</translation>
    </message>
    <message>
        <source>or drop a folder, or a post, anywhere on this window</source>
        <translation>也可以把文件夹或文章拖到窗口里的任何地方</translation>
    </message>
    <message>
        <source>Recent folders</source>
        <translation>最近打开的文件夹</translation>
    </message>
    <message>
        <source>{0} (missing)</source>
        <translation>{0}（已不存在）</translation>
    </message>
    <message>
        <source>Open {0}</source>
        <translation>打开 {0}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>{0} - Broadsheet</source>
        <translation>{0} - Broadsheet</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Sepia theme</source>
        <translation>米黄主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Black theme</source>
        <translation>纯黑主题</translation>
    </message>
    <message>
        <source>Theme as the system&apos;s</source>
        <translation>主题跟随系统</translation>
    </message>
    <message>
        <source>Problems…</source>
        <translation>问题…</translation>
    </message>
    <message>
        <source>Sample library</source>
        <translation>示例文库</translation>
    </message>
</context>
</TS>
