export { numberOf, whoseNumber, type Whose } from "./domain/whatsapp-id.js";
