/** The host's own way: `dark` on the body, `color-scheme` on the root, the choice in localStorage as auto, light or dark. */
const KEY = "color_scheme";
const system = matchMedia("(prefers-color-scheme: dark)");

export const theme = () => localStorage.getItem(KEY) ?? "auto";

export function applyTheme() {
  const dark = theme() === "dark" || (theme() === "auto" && system.matches);
  document.body.classList.toggle("dark", dark);
  document.documentElement.style.colorScheme = dark ? "dark" : "light";
}

export function chooseTheme(name) {
  localStorage.setItem(KEY, name);
  applyTheme();
}

system.addEventListener("change", applyTheme);
