import { onBeforeUnmount, type Ref, ref, watch } from "vue";

/** Whether an element has come near the window once: what it takes to draw it is loaded then, and not before. */
export function useNear(element: Readonly<Ref<HTMLElement | null>>): Readonly<Ref<boolean>> {
  const near = ref(false);
  let observer: IntersectionObserver | undefined;
  watch(element, (next) => {
    if (!next || near.value) return;
    observer?.disconnect();
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.value = true;
        observer?.disconnect();
      },
      { rootMargin: "200px" },
    );
    observer.observe(next);
  });
  onBeforeUnmount(() => observer?.disconnect());
  return near;
}
