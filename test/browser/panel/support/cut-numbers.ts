import type { Page } from "playwright-core";

/**
 * Numbers on the page of which a part cannot be seen, or that go on in the next line. What scrolls in a box of its own shows all of it, and a
 * number within a name (of a law, say) goes with it: names may be cut, with the whole in their title.
 */
export function cutNumbers(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const NUMBER = /(?:[A-Z]{3}\u00a0)?[−-]?\d[\d.,]*(?:\u00a0?(?:M|mi|%))?/g;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest(".vh, [aria-hidden=true], svg")) continue;
      for (const { 0: text, index } of (node.textContent ?? "").matchAll(NUMBER)) {
        if (parent.closest(".clip")?.hasAttribute("title") && /\p{L}/u.test((node.textContent ?? "").slice(0, index))) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
        if (lines.length === 0) continue;
        const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
        if (new Set(lines.map(({ top }) => Math.round(top))).size > 1) found.push(`${text} in two lines: ${parent.className}`);
        for (let box: Element | null = parent; box && box.tagName !== "MAIN"; box = box.parentElement) {
          const { overflowX } = getComputedStyle(box);
          if (overflowX === "auto" || overflowX === "scroll") break;
          const edge = box.getBoundingClientRect();
          if ((overflowX === "hidden" || overflowX === "clip") && (right > edge.right + 1 || left < edge.left - 1)) {
            found.push(`${text} cut: ${parent.className}`);
            break;
          }
        }
      }
    }
    return found;
  });
}
