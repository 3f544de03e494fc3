// Runs before the first paint, so that a forced theme never flashes. The choice itself lives in src/composables/useTheme.ts.
try {
  const theme = localStorage.getItem("saldo.theme");
  if (theme === "light" || theme === "dark") document.documentElement.classList.add(theme);
} catch {
  // Storage is blocked in some frames: the system's theme applies.
}
