import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";
import { compressedFiles } from "./build/compressed-files.ts";
import { fontLicence } from "./build/font-licence.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ command }) => ({
  root: at("."),
  plugins: [vue(), tailwindcss(), fontLicence(), compressedFiles(at("../dist/panel"))],
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
    rolldownOptions: {
      output: {
        codeSplitting: {
          // A page is a handful of files: the libraries, the parts that all pages share, and itself.
          groups: [
            // Drawn where a chart is, and loaded there.
            { name: "charts", test: /node_modules\/(?:echarts|zrender)/, priority: 4 },
            { name: "workbooks", test: /node_modules\/(?:write-excel-file|fflate)/, priority: 4 },
            { name: "libraries", test: /node_modules/, priority: 3 },
            { name: "shared", test: /admin-ui\/src\/(?:ui|composables|api|features\/(?:shell|dispatch))\//, priority: 2 },
            // What the debtor's page and the conversation's tab share is nobody else's burden, nor are the cards of the overview.
            {
              name: "debtor",
              test: /admin-ui\/src\/features\/(?:portfolio|negotiation|policy|embedding)\//,
              minShareCount: 2,
              priority: 1.5,
            },
            { name: "overview", test: /admin-ui\/src\/features\/overview\//, minShareCount: 2, priority: 1.5 },
            { name: "features", test: /admin-ui\/src\/features\//, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 4173,
    strictPort: true,
    proxy: { "/api": { target: process.env.SALDO_DEV_SERVER ?? "http://localhost:4000", changeOrigin: false } },
  },
}));
