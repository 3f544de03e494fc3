export const PARKED_WORK = "parked_work";
