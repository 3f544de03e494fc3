import { Module } from "@nestjs/common";
import { PortfolioModule } from "../portfolio/index.js";
import { CreditNotes } from "./credit-notes.service.js";
import { Credits } from "./credits.service.js";
import { DebtEndingsController } from "./debt-endings.controller.js";
import { DebtEndings } from "./debt-endings.service.js";
import { LedgerStore } from "./ledger.store.js";
import { PaymentAllocator } from "./payment-allocator.service.js";
import { PaymentDoubts } from "./payment-doubts.service.js";
import { PaymentMentions } from "./payment-mentions.store.js";
import { PaymentsController } from "./payments.controller.js";
import { Payments } from "./payments.service.js";
import { PaymentsStore } from "./payments.store.js";
import { PaymentsView } from "./payments.view.js";

@Module({
  imports: [PortfolioModule],
  controllers: [DebtEndingsController, PaymentsController],
  providers: [
    CreditNotes,
    Credits,
    DebtEndings,
    LedgerStore,
    PaymentAllocator,
    PaymentDoubts,
    PaymentMentions,
    Payments,
    PaymentsStore,
    PaymentsView,
  ],
  exports: [CreditNotes, Credits, LedgerStore, PaymentDoubts, Payments],
})
export class PaymentsModule {}
