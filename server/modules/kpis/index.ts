export { KpisModule } from "./kpis.module.js";
export { TodayPage } from "./today.view.js";
