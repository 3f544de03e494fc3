export { KpisModule } from "./kpis.module.js";
export { TodayPage } from "./today.view.js";
export { ParkedPage } from "./parked.view.js";
export { ParkedWords } from "./parked-words.reader.js";
