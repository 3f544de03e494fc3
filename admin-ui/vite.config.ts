import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ command }) => ({
  root: at("."),
  plugins: [vue(), tailwindcss()],
  resolve: {
    alias: {
      "@": at("./src"),
      "@contract": at("../server/contract"),
      "@shared": at("../server/shared"),
      ...(command === "build" ? { "@vue/devtools-api": at("./src/no-devtools.ts") } : {}),
    },
  },
  define: {
    __VUE_OPTIONS_API__: "false",
    __VUE_PROD_DEVTOOLS__: "false",
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    __VUE_I18N_FULL_INSTALL__: "false",
    __VUE_I18N_LEGACY_API__: "false",
    __INTLIFY_PROD_DEVTOOLS__: "false",
  },
  build: {
    outDir: at("../dist/panel"),
    emptyOutDir: true,
    target: "es2022",
    // Older phones do not know light-dark(): Lightning CSS compiles it.
    cssTarget: ["chrome111", "safari16.4", "firefox115"],
    // A content security policy of 'self' forbids data: scripts and fonts.
    assetsInlineLimit: 0,
  },
  server: {
    port: 4173,
    strictPort: true,
    proxy: { "/api": { target: process.env.SALDO_DEV_SERVER ?? "http://localhost:4000", changeOrigin: false } },
  },
}));
