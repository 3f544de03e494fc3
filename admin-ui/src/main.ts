import { VueQueryPlugin } from "@tanstack/vue-query";
import { createApp } from "vue";
import { queryClient } from "@/api/query";
import { syncServerClock } from "@/composables/serverClock";
import { i18n, setLocale, startingLocale } from "@/i18n";
import App from "./App.vue";
import { router } from "./router";
import "./styles/main.css";

// The first paint already speaks the reader's language and knows the server's day.
await Promise.all([setLocale(startingLocale(), false), syncServerClock()]);
createApp(App).use(VueQueryPlugin, { queryClient }).use(i18n).use(router).mount("#app");
