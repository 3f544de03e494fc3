import { onBeforeUnmount, onMounted, type Ref, ref } from "vue";

/** Inner width of an element in whole pixels, kept up to date; `start` until it is on the page. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>, start: number): Readonly<Ref<number>> {
  const width = ref(start);
  let observer: ResizeObserver | undefined;
  onMounted(() => {
    if (!element.value) return;
    observer = new ResizeObserver(([entry]) => {
      const seen = Math.floor(entry?.contentRect.width ?? 0);
      if (seen > 0) width.value = seen;
    });
    observer.observe(element.value);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return width;
}
