/* Hits of a search, marked over the article.
 *
 * The engine draws the marks; the document stays as it is, so nobody copies or hears them, and
 * nothing moves. What to mark is found outside, in the text that `text` hands over: places in it
 * are places here.
 */
(() => {
  "use strict";

  const LEFT_OUT = ".picture, .source, .facts > :not(.author), article > .note"; // said by the page, not the post
  const BLOCKS = new Set(
    "address article aside blockquote br caption dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead time tr ul"
      .split(" "));
  const ALONE = new Set(["author", "credit"]); // in a line with others, but words of their own
  const SCROLLING = ".table, pre";
  const MARGIN = 64; // pixels kept between a place gone to and the window's edges
  const HIGH = 0.3; // of the window's height: where such a place is brought to

  const all = new Highlight();
  const present = new Highlight();
  present.priority = 1;
  CSS.highlights.set("hits", all);
  CSS.highlights.set("hit", present);

  let read = null; // the article whose text was handed over: its text nodes, and where each begins
  let places = []; // start and end of each hit in that text
  let hits = [];
  let at = -1; // the hit gone to

  function shown() {
    return document.querySelector(".slot.shown > article");
  }

  function blockOf(element) {
    while (!BLOCKS.has(element.localName) && !ALONE.has(element.className)) {
      element = element.parentElement;
    }
    return element;
  }

  /* The article's text, a line for each block; before it a number: how long the title is. Answers
   * are text, for nothing else reaches Python. */
  function text() {
    const page = shown();
    if (!page) return "";
    const nodes = [];
    const starts = [];
    const pieces = [];
    let length = 0;
    let title = 0;
    let block = null;
    const walker = document.createTreeWalker(
      page, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
        if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
        if (node.localName === "br") return NodeFilter.FILTER_ACCEPT;
        return node.matches(LEFT_OUT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
      });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.nodeType === Node.TEXT_NODE ? blockOf(node.parentElement) : node;
      if (own !== block && length) {
        pieces.push("\n");
        length += 1;
      }
      block = own;
      if (own === node) continue;
      nodes.push(node);
      starts.push(length);
      pieces.push(node.data);
      length += node.data.length;
      if (own.localName === "h1" && own.parentElement.parentElement === page) title = length;
    }
    read = { page, nodes, starts };
    return `${title} ${pieces.join("")}`;
  }

  /* Marks what stands from `found[0]` to `found[1]`, and so on. With `go`, goes to the first from
   * where the reader is. Answers which hit is gone to, of how many; nothing for another article. */
  function mark(found, go) {
    const from = at < 0 ? -1 : places[2 * at];
    clear();
    if (!read || read.page !== shown()) return "";
    places = found;
    let node = 0;
    for (let place = 0; place < found.length; place += 2) {
      while (read.starts[node + 1] <= found[place]) node += 1;
      let last = node;
      while (read.starts[last + 1] < found[place + 1]) last += 1;
      hits.push(new StaticRange({
        startContainer: read.nodes[node],
        startOffset: Math.min(found[place] - read.starts[node], read.nodes[node].length),
        endContainer: read.nodes[last],
        endOffset: Math.min(found[place + 1] - read.starts[last], read.nodes[last].length),
      }));
    }
    for (const hit of hits) all.add(hit);
    if (!go || !hits.length) return `0 ${hits.length}`;
    const behind = from < 0 ? firstInSight() : hits.findIndex((_, hit) => places[2 * hit] >= from);
    return goTo(behind < 0 ? 0 : behind % hits.length);
  }

  function step(direction) {
    if (!hits.length || !read || read.page !== shown()) return "0 0";
    if (at >= 0) return goTo((at + direction + hits.length) % hits.length);
    const first = firstInSight();
    if (direction > 0) return goTo(first % hits.length);
    const bottom = shown().parentElement.clientHeight;
    let last = first;
    while (last < hits.length && boxOf(last).top < bottom) last += 1;
    return goTo((last - 1 + hits.length) % hits.length);
  }

  function rangeOf(hit) {
    const range = document.createRange();
    range.setStart(hits[hit].startContainer, hits[hit].startOffset);
    range.setEnd(hits[hit].endContainer, hits[hit].endOffset);
    return range;
  }

  function boxOf(hit) {
    return rangeOf(hit).getBoundingClientRect();
  }

  /* The first hit below the window's top; as many as there are where all are above. */
  function firstInSight() {
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (boxOf(middle).bottom > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  function goTo(hit) {
    at = hit;
    present.clear();
    present.add(hits[hit]);
    const holder = hits[hit].startContainer.parentElement;
    for (let fold = holder.closest("details:not([open])"); fold;
      fold = fold.parentElement.closest("details:not([open])")) fold.open = true;
    const slot = shown().parentElement;
    let box = boxOf(hit);
    const frame = holder.closest(SCROLLING);
    if (frame) {
      const edges = frame.getBoundingClientRect();
      if (box.left < edges.left || box.right > edges.right) {
        frame.scrollLeft += box.left - edges.left - frame.clientWidth / 3;
        box = boxOf(hit);
      }
    }
    if (box.top < MARGIN || box.bottom > slot.clientHeight - MARGIN) {
      broadsheet.hold();
      slot.scrollTop += box.top - slot.clientHeight * HIGH;
    }
    return `${hit + 1} ${hits.length}`;
  }

  function clear() {
    all.clear();
    present.clear();
    hits = [];
    places = [];
    at = -1;
  }

  const count = document.createElement("div");
  count.className = "hit-count";
  count.setAttribute("aria-hidden", "true"); // the window says it too
  document.body.append(count);

  /* Says `words` for a moment in a corner of the page. */
  function say(words) {
    count.textContent = words;
    for (const before of count.getAnimations()) before.cancel();
    count.animate(
      [{ opacity: 1 }, { opacity: 1, offset: 0.8 }, { opacity: 0 }], { duration: 2500 });
  }

  globalThis.broadsheet.hits = { text, mark, step, clear, say };
})();
