export { KpisModule } from "./kpis.module.js";
export { TodayPage } from "./today.view.js";
export { ParkedPage } from "./parked.view.js";
export { remedyFor, subjectInWords } from "./parked.words.js";
