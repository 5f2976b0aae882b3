/* The article's page, moved from outside.
 *
 * Runs in an isolated world of a page whose own scripts are off: nothing that a post holds can
 * reach what stands here, nor speak through `report`, whose lines begin with a word drawn anew
 * for every page. A post's HTML comes sanitized and is parsed once, in a document that loads
 * nothing; header texts are only ever set as text.
 */
(() => {
  "use strict";

  const WORD = "@WORD@";
  const SLOTS = 4;
  const REMOTE = /^picture\?https?:\/\//i;
  const TEXTS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, pre, figcaption, td, th";
  const LONG_EMPHASIS = 40; // characters: from here on it is a passage, not a stress
  const SHORT_CELL = 8; // characters of a table's cell that stand on one line
  const LONG_CELL = 30; // from here on a cell is a text, and needs a text's width
  const WIDE = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
  const ALL_WIDE = new RegExp(WIDE, "gu");
  const PROSE = 0.6; // share of ideographs from which on a <pre> is an aside, not a listing
  const LETTERS = /\p{L}{3}/u;
  const ADDRESS = /^\s*(?:https?:\/\/|www\.)\S{12,}\s*$|^\s*\S{24,}\s*$/i;
  const UNBROKEN = /[\x21-\x7e]{24}/; // longer words than these spread a justified line
  const HEADINGS = "h1, h2, h3, h4, h5, h6";
  // What stands for a note in the text: 1, [a], *, ①, 注2.
  const REFERENCE = /^[[(（【〔]?(?:\d{1,4}|[a-z]{1,3}|[ivxl]{1,6}|[*†‡§¶]{1,3}|[①-⑳]|[注註]\s*\d{0,4}|note\s*\d{1,4})[\])）】〕]?$/i;
  const BESIDE = 600; // pixels beside the column in which a table of contents finds room
  const inert = document.implementation.createHTMLDocument("");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const slots = [];
  const origins = new Map(); // by a picture's address, the host that its proxy only passes it on from
  const styleSheet = new CSSStyleSheet();
  let labels = {};
  let current = null; // the slot that is shown
  let generation = 0; // which showing this is
  let hovered = "";

  function report(kind, details = {}) {
    console.log(WORD + JSON.stringify({ kind, generation, ...details }));
  }

  function make(tag, className, text) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  /* ---- slots: boxes of the window's size, one shown, the others laid out ahead ---- */

  function slotAt(index) {
    while (slots.length <= index) {
      const element = make("main", "slot");
      element.tabIndex = -1;
      const slot = { element, position: 0, moved: false, goal: null, ended: false, contents: null };
      element.addEventListener("scroll", () => scrolled(slot), { passive: true });
      element.addEventListener("scrollend", () => {
        slot.goal = null;
        if (slot === current) tellPosition();
      });
      for (const kind of ["wheel", "touchmove", "keydown", "mousedown"]) {
        element.addEventListener(kind, () => { slot.moved = true; }, { passive: true });
      }
      document.body.append(element);
      slots.push(slot);
    }
    return slots[index];
  }

  function fill(index, article) {
    const slot = slotAt(index);
    for (const [address, host] of Object.entries(article.origins ?? {})) origins.set(address, host);
    const page = make("article", article.wide ? "cjk" : "latin");
    if (article.lang) page.lang = article.lang;
    page.append(header(article));
    if (article.note) page.append(make("p", "note", article.note));
    page.append(article.plain === undefined ? body(article) : make("div", "plain", article.plain));
    slot.ending = make("footer", `ending ${page.className}`);
    slot.element.replaceChildren(page, slot.ending);
    slot.contents = article.contents?.length ? contentsOf(slot, article) : null;
    slot.element.scrollTop = 0;
  }

  function empty(index) {
    if (index >= slots.length) return;
    slots[index].element.replaceChildren();
    slots[index].contents = null;
  }

  function reveal(index, number, position, anchor) {
    const slot = slotAt(index);
    generation = number;
    Object.assign(slot, { position, moved: false, goal: null, ended: false });
    for (const other of slots) {
      other.element.classList.toggle("shown", other === slot);
    }
    current = slot;
    slot.ending?.replaceChildren();
    openContents(false);
    hideNote();
    restore(slot);
    if (anchor) scrollToAnchor(anchor);
    showProgress(slot);
    slot.element.focus({ preventScroll: true });
    hover("");
    requestAnimationFrame(() => {
      if (generation === number) report("drawing");
      requestAnimationFrame(() => {
        if (generation !== number) return;
        report("painted");
        tellPosition();
        markSection(slot);
      });
    });
  }

  function restore(slot) {
    const top = Math.round(slot.position * reach(slot));
    if (slot.element.scrollTop !== top) slot.element.scrollTop = top;
  }

  /* ---- the header and the body ---- */

  function header(article) {
    const head = make("header");
    head.append(make("h1", "", article.title));
    const line = make("div", "byline");
    const facts = make("div", "facts");
    for (const author of article.authors) facts.append(make("span", "author", author));
    if (article.date) facts.append(make("time", "", article.date));
    if (article.length) facts.append(make("span", "", article.length));
    line.append(facts);
    if (article.link) {
      const link = make("a", "source", article.source + " ↗");
      link.setAttribute("href", article.link);
      link.dataset.address = legible(article.link);
      line.append(link);
    }
    if (facts.firstChild || article.link) head.append(line);
    if (article.tags.length) {
      const tags = make("ul", "tags");
      for (const tag of article.tags) {
        const chip = make("button", "", tag);
        chip.type = "button";
        chip.dataset.tag = tag;
        tags.append(make("li"));
        tags.lastChild.append(chip);
      }
      head.append(tags);
    }
    return head;
  }

  /* Below the article, in room that is there anyway: its place in the list, and what comes next. */
  function setEnding(number, ending) {
    if (number !== generation || !current?.ending) return;
    current.ending.replaceChildren();
    if (!ending) return;
    current.ending.append(make("span", "place", ending.place));
    if (!ending.label) return;
    const next = make("button", "next");
    next.type = "button";
    next.dataset.action = "next";
    next.append(make("span", "", ending.label));
    if (ending.title) next.append(make("span", "title", ending.title));
    if (ending.lang) next.lastChild.lang = ending.lang;
    if (ending.source) next.append(make("span", "from", ending.source));
    if (ending.key) next.append(make("kbd", "", ending.key));
    current.ending.append(next);
  }

  /* An address for paper: letters as letters, where they hide nothing. */
  function legible(address) {
    try {
      const plain = decodeURI(address);
      return /[\p{C}\p{Z}\p{M}]/u.test(plain) ? address : plain;
    } catch {
      return address;
    }
  }

  function body(article) {
    const box = inert.createElement("div");
    box.className = "body";
    box.innerHTML = article.html; // sanitized; unchanged since
    for (const picture of box.querySelectorAll("img")) shapePicture(picture, article.pictures);
    for (const table of box.querySelectorAll("table")) shapeTable(table);
    for (const media of box.querySelectorAll("audio, video")) {
      media.setAttribute("controlslist", "nodownload nofullscreen noremoteplayback"); // none works
      media.setAttribute("disablepictureinpicture", "");
    }
    forgetDeadLinks(box, article.title);
    markNotes(box);
    for (const card of box.querySelectorAll("p.embed")) {
      const kind = [...card.classList].find((name) => name.startsWith("embed-"));
      card.dataset.kind = labels.embeds[kind?.slice("embed-".length)] ?? labels.embeds.page;
    }
    if (article.wide) shapeWide(box);
    return box;
  }

  /* A frame that scrolls, and cells that say how much room they need. */
  function shapeTable(table) {
    const frame = make("div", "table");
    table.replaceWith(frame);
    frame.append(table);
    for (const cell of table.querySelectorAll("td, th")) {
      const length = cell.textContent.trim().length;
      if (length <= SHORT_CELL) cell.classList.add("short");
      else if (length > LONG_CELL) cell.classList.add("long");
    }
  }

  /* A link to a place that is not there is only words: nobody is sent nowhere. */
  function forgetDeadLinks(box, title) {
    const links = box.querySelectorAll('a[href^="#"]');
    if (!links.length) return;
    const names = new Set([...box.querySelectorAll("[id]")].map((named) => named.getAttribute("id")));
    const words = [...box.querySelectorAll(HEADINGS)].map((one) => one.textContent);
    const headings = new Set([title, ...words].map(spoken));
    for (const link of links) {
      const name = placeOf(link.getAttribute("href"));
      const there = names.has(name) || names.has(`post-${name}`) || isTop(name);
      if (!there && !(spoken(name) && headings.has(spoken(name)))) link.removeAttribute("href");
    }
  }

  /* The lists that raised numbers point to: notes. The first and the last reference will do. */
  function markNotes(box) {
    const references = box.querySelectorAll('sup a[href^="#"]');
    for (const link of [references[0], references[references.length - 1]]) {
      const place = link && box.querySelector(
        `[id="${CSS.escape(placeOf(link.getAttribute("href")))}"]`);
      const list = place?.closest("li")?.parentNode;
      if (list && !list.contains(link)) list.classList.add("notes");
    }
  }

  /* What a text in ideographs needs: stress that is a passage, and quotations in an alphabet. */
  function shapeWide(box) {
    for (const stress of box.querySelectorAll("em, i")) {
      const words = stress.textContent.trim();
      const block = stress.closest("p, li, td, div, blockquote, figcaption");
      if (words.length > LONG_EMPHASIS || words === block?.textContent.trim()) {
        stress.classList.add("passage");
      }
      if (!WIDE.test(words)) stress.classList.add("foreign"); // such as a title in an alphabet
    }
    for (const block of box.querySelectorAll("p, li, figcaption")) {
      if (LETTERS.test(block.textContent) && !WIDE.test(block.textContent)) {
        block.classList.add("alphabet");
        block.lang ||= "und"; // else its quotation marks are set as wide as ideographs
      } else if (UNBROKEN.test(block.textContent)) {
        block.classList.add("ragged");
      }
    }
    for (const link of box.querySelectorAll("a")) {
      if (ADDRESS.test(link.textContent) && !WIDE.test(link.textContent)) {
        link.classList.add("address");
      }
    }
    for (const words of box.querySelectorAll("pre")) {
      const written = words.textContent;
      if (!WIDE.test(written) || words.querySelector("[class]")) continue;
      words.classList.add("wrapped"); // lines that no machine reads
      const wide = written.match(ALL_WIDE).length;
      if (wide > PROSE * written.replace(/\s+/g, "").length) words.classList.add("prose");
    }
  }

  /* ---- pictures ---- */

  function shapePicture(picture, allowed) {
    const source = picture.getAttribute("src") || "";
    picture.decoding = "async";
    const only = [...picture.parentNode.childNodes].every(
      (node) => node === picture || (node.nodeType === Node.TEXT_NODE && !node.data.trim()));
    if (only) picture.classList.add("alone");
    const remote = REMOTE.test(source);
    if (!remote && picture.hasAttribute("width") && picture.hasAttribute("height")) return;
    const field = fieldFor(picture);
    picture.replaceWith(field);
    if (allowed || !remote) load(field);
  }

  function fieldFor(picture) {
    const field = make("span", "picture");
    const width = Number.parseInt(picture.getAttribute("width"), 10);
    const height = Number.parseInt(picture.getAttribute("height"), 10);
    if (width > 0 && height > 0) {
      field.classList.add("sized");
      field.style.width = `${width}px`;
      field.style.aspectRatio = `${width} / ${height}`;
      if (width < 180 || height < 60) field.classList.add("small");
    } else if (isInLine(picture)) {
      field.classList.add("small", "in-line");
    }
    if (picture.alt) {
      field.setAttribute("role", "group");
      field.setAttribute("aria-label", picture.alt);
    }
    field.pictureToCome = picture;
    if (REMOTE.test(picture.getAttribute("src"))) {
      say(field, labels.pictureFrom.replace("%1", () => hostOf(picture)), labels.loadPictures, "pictures");
    }
    return field;
  }

  /* A picture of unknown size amid words is a sign of the line, not a field of its own. */
  function isInLine(picture) {
    return [...picture.parentNode.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  }

  function say(field, words, action, name) {
    field.replaceChildren(make("span", "words", words));
    field.title = words;
    if (!action) return;
    const button = make("button", "", action);
    button.type = "button";
    button.dataset.action = name;
    field.append(button);
  }

  function hostOf(picture) {
    const source = picture.getAttribute("src").slice("picture?".length);
    const origin = origins.get(source); // asked where the proxy fails
    try {
      const host = new URL(source).host;
      return origin && origin !== host ? `${host} (${origin})` : host;
    } catch {
      return source;
    }
  }

  /* The picture comes in only when it is whole, so that nothing moves before. */
  function load(field) {
    const picture = document.createElement("img");
    for (const name of ["alt", "class", "dir", "height", "id", "lang", "width"]) {
      const value = field.pictureToCome.getAttribute(name);
      if (value !== null) picture.setAttribute(name, value);
    }
    field.classList.add("loading");
    if (REMOTE.test(field.pictureToCome.getAttribute("src"))) say(field, labels.loading);
    picture.addEventListener("load", () => {
      const slot = slots.find((one) => one.element.contains(field));
      if (!slot) return;
      keepingPlace(slot, () => field.replaceWith(picture));
      settle(slot);
    });
    picture.addEventListener("error", () => fail(field));
    picture.src = field.pictureToCome.getAttribute("src");
  }

  function fail(field) {
    field.classList.remove("loading");
    const source = field.pictureToCome.getAttribute("src");
    if (REMOTE.test(source)) {
      say(field, labels.failed.replace("%1", () => hostOf(field.pictureToCome)), labels.retry, "retry");
      return;
    }
    field.classList.add("lost");
    if (source.endsWith(";base64,")) say(field, labels.tooLarge); // its data was left out
    else say(field, labels.missing, labels.retry, "retry");
  }

  /* Do what changes heights, and leave the first text in sight where it stands. The engine does
   * so too, but takes the picture itself for what is being read where that comes first. */
  function keepingPlace(slot, change) {
    const text = slot === current && slot.moved ? firstText(slot.element) : null;
    if (!text) {
      change();
      return;
    }
    const before = text.getBoundingClientRect().top;
    slot.element.style.overflowAnchor = "none";
    change();
    slot.element.scrollTop += text.getBoundingClientRect().top - before;
    requestAnimationFrame(() => { slot.element.style.overflowAnchor = ""; });
  }

  /* Do what changes the text's looks, and leave what is being read where it stands: the place
   * within the first block in sight, for a paragraph may be longer than the window. */
  function keepingLine(change) {
    const slot = current;
    const text = slot ? firstText(slot.element) : null;
    const before = text?.getBoundingClientRect();
    change();
    if (!slot) return;
    if (slot.element.scrollTop < 2 || !text) {
      showProgress(slot);
      return;
    }
    const now = text.getBoundingClientRect();
    const share = before.top < 0 ? -before.top / before.height : 0;
    slot.moved = true; // from here on the text keeps its place, not the share that is read
    slot.element.scrollTop += now.top + share * now.height - Math.max(0, before.top);
    scrolled(slot);
  }

  function firstText(box) {
    const view = box.getBoundingClientRect();
    for (const block of box.querySelectorAll(TEXTS)) {
      const place = block.getBoundingClientRect();
      if (place.top >= view.bottom) return null;
      if (place.bottom > view.top + 1 && !block.querySelector(".picture, img")) return block;
    }
    return null;
  }

  /* A sound or film of the library that the engine has no decoder for, or that is not there. */
  function unplayable(media) {
    const field = make("span", "picture lost");
    const source = media.getAttribute("src").slice("picture?".length);
    let name = source.split("/").pop();
    try {
      name = decodeURIComponent(name);
    } catch {
      // as it is written
    }
    media.replaceWith(field);
    say(field, labels.unplayable.replace("%1", () => name));
  }

  /* A picture of the library that cannot be shown. */
  function lost(picture) {
    const field = fieldFor(picture);
    picture.replaceWith(field);
    fail(field);
  }

  function remoteAddresses(slot) {
    return [...slot.element.querySelectorAll(".picture")]
      .map((field) => field.pictureToCome?.getAttribute("src") ?? "")
      .filter((source) => REMOTE.test(source))
      .map((source) => source.slice("picture?".length));
  }

  function askForPictures() {
    if (!current) return;
    current.moved = true; // from here on the text keeps its place, not the share that is read
    report("pictures", { addresses: remoteAddresses(current) });
  }

  function loadPictures(number) {
    if (number !== generation || !current) return;
    for (const field of current.element.querySelectorAll(".picture:not(.loading)")) {
      if (!field.classList.contains("lost")) load(field);
    }
  }

  /* A picture came: keep the reader's place while the article still stands as it was opened. */
  function settle(slot) {
    if (slot === current && !slot.moved) restore(slot);
    if (slot === current) scrolled(slot);
  }

  document.addEventListener("load", (event) => {
    const slot = slots.find((one) => one.element.contains(event.target));
    if (slot && event.target.tagName === "IMG") settle(slot);
  }, true);

  document.addEventListener("error", (event) => {
    if (!event.target.isConnected) return;
    if (event.target.tagName === "IMG") lost(event.target);
    else if (["AUDIO", "VIDEO"].includes(event.target.tagName)) unplayable(event.target);
  }, true);

  /* ---- moving ---- */

  function reach(slot) {
    return Math.max(0, slot.element.scrollHeight - slot.element.clientHeight);
  }

  function fraction(slot) {
    const room = reach(slot);
    return room > 0 ? Math.min(1, slot.element.scrollTop / room) : 0;
  }

  const progress = make("div", "progress");
  document.body.append(progress);

  function showProgress(slot) {
    progress.style.transform = `scaleX(${fraction(slot)})`;
  }

  let told = 0;

  function scrolled(slot) {
    if (slot !== current) return;
    showProgress(slot);
    hideNote();
    markSection(slot);
    if (performance.now() - told > 250) tellPosition(); // and once more where it comes to rest
  }

  function tellPosition() {
    told = performance.now();
    const ended = reach(current) - current.element.scrollTop < 8;
    report("position", { fraction: fraction(current), ended: ended && !current.ended });
    if (ended) current.ended = true;
  }

  function scrollTo(slot, top) {
    slot.goal = top;
    slot.moved = true;
    slot.element.scrollTo({ top, behavior: calm.matches ? "instant" : "smooth" });
  }

  function scrollPage(direction) {
    if (!current) {
      report("edge", { direction });
      return;
    }
    const room = reach(current);
    const from = current.goal ?? current.element.scrollTop;
    if (direction > 0 ? from >= room - 2 : from <= 2) {
      report("edge", { direction });
      return;
    }
    const step = Math.max(40, current.element.clientHeight - 68); // two lines stay in sight
    scrollTo(current, Math.min(room, Math.max(0, from + direction * step)));
  }

  function scrollToFraction(share) {
    if (!current) return;
    current.moved = true;
    current.element.scrollTop = Math.round(share * reach(current));
  }

  /* What a link's part after "#" means: an id, with the prefix that the sanitizer put before it or
   * without, else the heading of these words; "top" is the article's beginning, as in HTML. */
  function placeNamed(name) {
    const article = current?.element.querySelector("article");
    if (!article || !name) return null;
    for (const id of [name, `post-${name}`]) {
      const target = article.querySelector(`[id="${CSS.escape(id)}"]`);
      if (target) return target;
    }
    const words = spoken(name);
    if (!words) return null;
    const heading = [...article.querySelectorAll(HEADINGS)].find((one) => spoken(one.textContent) === words);
    return heading ?? (isTop(name) ? article : null);
  }

  function isTop(name) {
    return /^(?:post-)?top$/i.test(name); // the sanitizer puts its prefix before any
  }

  function spoken(words) {
    return words.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  }

  function scrollToAnchor(name) {
    const target = placeNamed(name);
    if (!target) return;
    current.moved = true;
    target.scrollIntoView({ block: "start" });
  }

  /* Goes there, and lets the reader come back. */
  function jump(name) {
    if (!placeNamed(name)) return;
    report("jump", { fraction: fraction(current) });
    hideNote();
    scrollToAnchor(name);
  }

  let resized = 0;

  /* What is hidden is laid out once, afterwards. Frames count the time: timers are the page's
   * own scripts to Chromium, and those are off. */
  function rest() {
    if (performance.now() - resized > 250) document.body.classList.remove("resizing");
    else requestAnimationFrame(rest);
  }

  function makeRoom() {
    const column = getComputedStyle(document.documentElement).getPropertyValue("--column");
    document.body.classList.toggle("roomy", innerWidth >= Number.parseFloat(column) + BESIDE);
  }

  addEventListener("resize", () => {
    resized = performance.now();
    makeRoom();
    if (!document.body.classList.contains("resizing")) {
      document.body.classList.add("resizing");
      requestAnimationFrame(rest);
    }
    if (current && !current.moved) restore(current);
    if (current) markSection(current);
  });

  /* ---- what the reader does ---- */

  function linkAt(event) {
    return event.target instanceof Element ? event.target.closest("a[href]") : null;
  }

  function clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    const link = linkAt(event);
    if (!button && !link) return;
    event.preventDefault();
    if (!event.isTrusted || event.button > 1) return;
    if (button?.dataset.action === "pictures") askForPictures();
    else if (button?.dataset.action === "next") report("next");
    else if (button?.dataset.action === "retry") load(button.closest(".picture"));
    else if (button?.dataset.tag !== undefined) report("tag", { tag: button.dataset.tag });
    else if (link) follow(link.getAttribute("href"));
  }

  function placeOf(target) {
    try {
      return decodeURIComponent(target.slice(1));
    } catch {
      return target.slice(1);
    }
  }

  function follow(target) {
    if (target.startsWith("#")) {
      openContents(false);
      jump(placeOf(target));
      return;
    }
    report("link", { target });
  }

  function hover(target) {
    if (target === hovered) return;
    hovered = target;
    report("hover", { target: target.startsWith("#") ? "" : target });
  }

  function pointed(event) {
    if (event.target instanceof Element && note.contains(event.target)) return;
    const link = linkAt(event);
    hover(link?.getAttribute("href") ?? "");
    const noted = link && notedBy(link);
    if (noted) showNote(link, noted);
    else hideNote();
  }

  /* To the next link from the one that has the keyboard, else from the first in sight. What
   * scrolls on its own is a stop too: there the arrows move it. */
  function stepLink(direction) {
    if (!current) return;
    const places = "article a[href], article .table, article pre";
    const links = [...current.element.querySelectorAll(places)].filter(
      (place) => place.matches("a") || place.scrollWidth > place.clientWidth + 1);
    const at = links.indexOf(document.activeElement);
    let next = links[at + direction];
    if (at < 0) {
      const top = 0;
      const bottom = current.element.clientHeight;
      const below = links.findIndex((link) => link.getBoundingClientRect().top >= top);
      next = direction > 0 ? links[below] : links[(below < 0 ? links.length : below) - 1];
      if (next && direction > 0 && next.getBoundingClientRect().top > bottom + bottom) next = null;
    }
    if (!next) return;
    if (!next.matches("a")) next.tabIndex = -1;
    next.classList.add("stepped");
    next.addEventListener("blur", () => next.classList.remove("stepped"), { once: true });
    next.scrollIntoView({ block: "nearest" });
    next.focus({ preventScroll: true });
  }

  /* ---- notes, shown beside what refers to them ---- */

  /* A copy that nobody meets twice: a search does not look into it (only into the article itself),
   * nothing selects or copies it, and a screen reader follows the reference to the note itself. */
  const note = make("aside", "beside");
  note.setAttribute("aria-hidden", "true");
  document.body.append(note);
  let noting = null;

  function notedBy(link) {
    const href = link.getAttribute("href");
    if (!href.startsWith("#") || !current?.element.contains(link)) return null;
    const words = link.textContent.trim();
    if (!link.closest("sup") && !REFERENCE.test(words)) return null;
    const place = placeNamed(placeOf(href));
    if (!place || place.closest(HEADINGS)) return null;
    const behind = Node.DOCUMENT_POSITION_FOLLOWING;
    return link.compareDocumentPosition(place) & behind ? blockOf(place) : null;
  }

  function blockOf(place) {
    const block = place.closest("li, dd, dt, td, p, blockquote, pre") ?? place;
    return block.matches("dt") ? block.nextElementSibling ?? block : block;
  }

  function noteText(link, block) {
    const copy = make("div");
    const taken = [block];
    copy.append(...[...block.childNodes].map((child) => child.cloneNode(true)));
    stripNote(copy);
    let next = block.nextElementSibling;
    while (!copy.textContent.trim() && next && taken.length < 4 && !next.matches(HEADINGS)) {
      copy.append(next.cloneNode(true)); // its number stands alone, its words behind
      taken.push(next);
      stripNote(copy);
      next = next.nextElementSibling;
    }
    return copy.textContent.trim() ? copy : null;
  }

  function stripNote(copy) {
    for (const link of copy.querySelectorAll('a[href^="#"], a[id]:not([href])')) {
      if (link.textContent.trim().length <= 4) link.remove();
    }
    for (const extra of copy.querySelectorAll("sup:empty, .picture, img, video, audio, button")) {
      extra.remove();
    }
    for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
    for (const link of copy.querySelectorAll("a")) link.tabIndex = -1;
    const first = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT).nextNode();
    if (first) first.data = first.data.replace(/^[\s^↑↩︎.:：\]]+/u, "");
  }

  function showNote(link, block) {
    if (noting === link) return;
    const text = noteText(link, block);
    if (!text) {
      hideNote();
      return;
    }
    noting = link;
    const article = link.closest("article");
    note.className = `beside ${article.className}`;
    note.lang = article.lang;
    // Last: a selection of everything takes in where it begins, selectable or not.
    if (note.nextSibling) document.body.append(note);
    note.replaceChildren(text);
    note.scrollTop = 0;
    const at = link.getClientRects()[0];
    const size = note.getBoundingClientRect();
    const left = Math.min(at.left - 24, innerWidth - size.width - 12);
    const below = at.bottom + 8;
    const fits = below + size.height <= innerHeight - 12 || at.top - size.height - 8 < 12;
    note.style.left = `${Math.max(12, left)}px`;
    note.style.top = `${Math.max(12, fits ? below : at.top - size.height - 8)}px`;
    note.classList.add("shown");
  }

  function hideNote() {
    noting = null;
    note.classList.remove("shown");
  }

  /* ---- the table of contents ---- */

  function contentsOf(slot, article) {
    const box = make("nav", article.long ? "contents long" : "contents");
    box.setAttribute("aria-label", labels.contents);
    const list = make("ol");
    const highest = Math.min(...article.contents.map((heading) => heading.level));
    for (const heading of article.contents) {
      const line = make("li", `level-${Math.min(3, heading.level - highest)}`);
      const link = make("a", "", heading.text);
      link.setAttribute("href", `#${heading.id}`);
      line.append(link);
      list.append(line);
    }
    box.append(list);
    if (article.lang) box.lang = article.lang;
    slot.element.append(box);
    return { box, links: [...list.querySelectorAll("a")], headings: null, at: -1 };
  }

  function contentsShown(contents) {
    return document.body.classList.contains("contents-open")
      || document.body.classList.contains("roomy");
  }

  /* Marks the section that is being read: the last heading above the upper third. */
  function markSection(slot) {
    const contents = slot.contents;
    if (!contents || !contentsShown(contents)) return;
    contents.headings ??= contents.links.map((link) =>
      slot.element.querySelector(`[id="${CSS.escape(placeOf(link.getAttribute("href")))}"]`));
    const line = slot.element.clientHeight / 3;
    let low = 0;
    let high = contents.headings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const heading = contents.headings[middle];
      if (!heading || heading.getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    const at = reach(slot) - slot.element.scrollTop < 2 && reach(slot) > 0 ? high - 1 : low - 1;
    if (at === contents.at) return;
    contents.links[contents.at]?.removeAttribute("aria-current");
    contents.at = at;
    const link = contents.links[at];
    if (!link) return;
    link.setAttribute("aria-current", "true");
    const box = contents.box;
    const place = link.getBoundingClientRect().top - box.getBoundingClientRect().top;
    if (place < 24 || place > box.clientHeight - 48) {
      box.scrollTop += place - box.clientHeight / 2;
    }
  }

  function openContents(open) {
    const was = document.body.classList.contains("contents-open");
    if (open === was) return;
    document.body.classList.toggle("contents-open", open);
    if (open && current?.contents) {
      markSection(current);
      (current.contents.links[current.contents.at] ?? current.contents.links[0]).focus();
    } else {
      current?.element.focus({ preventScroll: true });
    }
    report("contents", { open });
  }

  function toggleContents() {
    if (current?.contents) openContents(!document.body.classList.contains("contents-open"));
  }

  document.addEventListener("keydown", (event) => {
    const links = current?.contents?.links ?? [];
    const at = links.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    links[Math.min(links.length - 1, Math.max(0, at + step))].focus();
  });

  document.addEventListener("click", clicked, true);
  document.addEventListener("auxclick", clicked, true);
  document.addEventListener("mouseover", pointed);
  document.addEventListener("focusin", pointed);
  document.addEventListener("focusout", hideNote);
  document.addEventListener("selectionchange", hideNote);
  document.addEventListener("mouseleave", () => {
    hover("");
    hideNote();
  });
  document.addEventListener("dragstart", (event) => event.preventDefault(), true);

  document.adoptedStyleSheets = [styleSheet];

  globalThis.broadsheet = {
    fill,
    empty,
    reveal,
    askForPictures,
    loadPictures,
    scrollPage,
    scrollToFraction,
    scrollToAnchor,
    jump,
    setEnding,
    stepLink,
    toggleContents,
    hold() {
      if (current) current.moved = true; // where the reader is now is not where it was opened
    },
    clear(number) {
      generation = number;
      openContents(false);
      hideNote();
      current = null;
      for (const slot of slots) slot.element.classList.remove("shown");
      progress.style.transform = "scaleX(0)";
      hover("");
    },
    setLabels(words) {
      labels = words;
    },
    setStyle(rules) {
      keepingLine(() => {
        styleSheet.replaceSync(rules);
        makeRoom();
      });
    },
  };
})();
