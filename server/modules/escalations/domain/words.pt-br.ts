import type { Words } from "./words.js";

const PAUSED = "Os lembretes ficam em pausa até esta conversa ser resolvida.";
const ANSWER = "Por favor, responda aqui e resolva a conversa quando o assunto estiver encerrado.";

export const ptBr: Words = {
  dispute: {
    short: "Não concorda com a dívida",
    happened: "O devedor não concorda com a dívida. Os lembretes sobre ela estão suspensos.",
    task: "Por favor, veja o que houve e responda aqui. A suspensão continua até alguém encerrá-la no Saldo, mesmo que esta conversa seja resolvida.",
  },
  wrong_person: {
    short: "Diz que não é a pessoa",
    happened: "Quem usa este número diz que não é o devedor. Nada mais será enviado a este devedor.",
    task: "Por favor, não mencione a dívida. Confira o número em seus registros; a suspensão continua até alguém encerrá-la no Saldo.",
  },
  already_paid: {
    short: "Diz que já pagou",
    happened: "O devedor diz que já pagou. Os lembretes sobre essa dívida estão suspensos.",
    task: "Por favor, procure o pagamento e responda aqui. Registre-o no Saldo, ou encerre lá a suspensão se ele não chegou.",
  },
  opt_out: {
    short: "Pediu para não receber mensagens, e disse mais",
    happened: "O devedor pediu para não receber mensagens. O canal está fechado. A mensagem diz mais do que isso.",
    task: "Por favor, leia. Você pode responder ao que foi perguntado; não inicie um novo contato por este canal.",
  },
  shared_number: {
    short: "Escreveu de um número de vários devedores",
    happened: "Este número é de mais de um devedor, ou de outro que não o da conversa, por isso o Saldo não respondeu.",
    task: "Por favor, descubra quem escreveu, sem mencionar uma dívida, e corrija o número em seus registros.",
  },
  blocked: {
    short: "Bloqueado na central de atendimento",
    happened:
      "O contato está bloqueado na central de atendimento: o que o devedor escreve é descartado, mesmo um pedido para não receber mensagens. Nada mais será enviado a este devedor.",
    task: "Por favor, descubra o motivo. Quando o contato for desbloqueado, os lembretes continuam sozinhos; se o devedor não os quiser, registre isso antes no Saldo.",
  },
  talk_to_person: {
    short: "Quer falar com uma pessoa",
    happened: `O devedor quer falar com uma pessoa. ${PAUSED}`,
    task: ANSWER,
  },
  broken_promises: {
    short: "Não cumpriu duas promessas de pagamento",
    happened: `O devedor não cumpriu duas promessas de pagamento. ${PAUSED}`,
    task: "Por favor, descubra o que seria possível e combine aqui. Você pode registrar uma nova promessa no Saldo.",
  },
  payment_plan: {
    short: "Pede um plano de pagamento",
    happened: `O devedor pede um plano de pagamento. ${PAUSED}`,
    task: ANSWER,
  },
  more_time: {
    short: "Pede mais prazo",
    happened: `O devedor pede mais prazo para pagar. ${PAUSED}`,
    task: ANSWER,
  },
  pay_now: {
    short: "Quer pagar e não há nada em aberto",
    happened: `O devedor quer pagar, mas o Saldo não conhece uma dívida em aberto que possa ser paga agora. ${PAUSED}`,
    task: ANSWER,
  },
  question: {
    short: "Tem uma dúvida",
    happened: `O devedor tem uma dúvida. ${PAUSED}`,
    task: ANSWER,
  },
  remind_me: {
    short: "Quer ser lembrado depois",
    happened: `O devedor quer ser lembrado depois. ${PAUSED}`,
    task: "Por favor, combine aqui uma data. Resolva a conversa para que os lembretes continuem.",
  },
  no_text: {
    short: "Enviou um arquivo ou uma gravação",
    happened: `O devedor enviou algo sem texto, que o Saldo não consegue ler. ${PAUSED}`,
    task: ANSWER,
  },
  unclear: {
    short: "Escreveu algo que uma pessoa precisa ler",
    happened: `O devedor escreveu algo que o Saldo não entende com certeza. ${PAUSED}`,
    task: ANSWER,
  },
};
