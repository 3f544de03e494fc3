import type { Locale } from "../../../../shared/locale.js";
/** What is wrong with one cell of a row. The sentence is made when somebody reads it, in their language. */
export interface RowProblem {
  /** The header as it stands in the file. */
  readonly column: string;
  readonly value: string;
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A row that was not taken in, or only without the cells it is told of. */
export interface RejectedRow {
  /** Where the row begins in the file, 1 = the header. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  /** What could be read of it is in. */
  readonly taken?: true;
}

type Sentences = Readonly<Record<Locale, readonly [problem: string, remedy: string]>>;

const SENTENCES = {
  "cell.missing": {
    en: ["The cell is empty.", "Fill it in: the row cannot be used without it."],
    es: ["La celda está vacía.", "Complétela: sin ella la fila no se puede usar."],
    "pt-BR": ["A célula está vazia.", "Preencha-a: sem ela a linha não pode ser usada."],
  },
  "cell.formula_error": {
    en: [
      "A spreadsheet could not work this cell out, or not show it.",
      "Correct its formula, widen its column, or write the value itself.",
    ],
    es: ["Una hoja de cálculo no pudo calcular o mostrar esta celda.", "Corrija su fórmula, ensanche la columna o escriba el valor."],
    "pt-BR": ["Uma planilha não conseguiu calcular ou mostrar esta célula.", "Corrija a fórmula, alargue a coluna ou escreva o valor."],
  },
  "cell.too_long": {
    en: ["The text is longer than {max} characters.", "Shorten it."],
    es: ["El texto tiene más de {max} caracteres.", "Acórtelo."],
    "pt-BR": ["O texto tem mais de {max} caracteres.", "Encurte-o."],
  },
  "row.width": {
    en: ["The row has {cells} cells but the header has {headers}.", "Put quotation marks around texts that contain the separator."],
    es: ["La fila tiene {cells} celdas y el encabezado {headers}.", "Ponga entre comillas los textos que contienen el separador."],
    "pt-BR": ["A linha tem {cells} células e o cabeçalho {headers}.", "Ponha entre aspas os textos que contêm o separador."],
  },
  "row.quotes": {
    en: [
      "A quotation mark of this row (line {lines}) is opened and not closed, or the other way round: nobody can tell what belongs to it.",
      "Remove the mark, or put the whole text between marks and write those inside it twice.",
    ],
    es: [
      "Unas comillas de esta fila (línea {lines}) se abren y no se cierran, o al revés: no se puede saber qué le pertenece.",
      "Quite las comillas, o ponga todo el texto entre comillas y escriba dobles las de dentro.",
    ],
    "pt-BR": [
      "Aspas desta linha (linha {lines}) são abertas e não fechadas, ou o contrário: não dá para saber o que pertence a ela.",
      "Retire as aspas, ou ponha o texto inteiro entre aspas e escreva em dobro as de dentro.",
    ],
  },
  "cell.several_rows": {
    en: [
      "The cell holds parts of several rows that ran together (line {lines}): nobody can tell whose debt it is.",
      "Write each row in a line of its own, and texts with a line break or the separator between quotation marks.",
    ],
    es: [
      "La celda tiene partes de varias filas que se juntaron (línea {lines}): no se puede saber de quién es la deuda.",
      "Escriba cada fila en su propia línea, y entre comillas los textos con salto de línea o con el separador.",
    ],
    "pt-BR": [
      "A célula tem partes de várias linhas que se juntaram (linha {lines}): não dá para saber de quem é a dívida.",
      "Escreva cada registro em sua própria linha, e entre aspas os textos com quebra de linha ou com o separador.",
    ],
  },
  "cell.quotes": {
    en: ["A quotation mark stands in a number or reference.", "Remove it, so that the row means the one it names."],
    es: ["Hay comillas dentro de un número o una referencia.", "Quítelas, para que la fila sea de quien nombra."],
    "pt-BR": ["Há aspas dentro de um número ou uma referência.", "Retire-as, para que a linha seja de quem ela indica."],
  },
  "cell.rounded": {
    en: [
      "A spreadsheet has rounded this number: several people or debts may have got the same one.",
      "Format the column as text, then write the number again in full.",
    ],
    es: [
      "Una hoja de cálculo redondeó este número: varias personas o deudas pueden haber recibido el mismo.",
      "Dé formato de texto a la columna y escriba de nuevo el número completo.",
    ],
    "pt-BR": [
      "Uma planilha arredondou este número: várias pessoas ou dívidas podem ter recebido o mesmo.",
      "Formate a coluna como texto e escreva de novo o número completo.",
    ],
  },
  "row.stored_data_unreadable": {
    en: [
      "What Saldo has stored of this debtor or debt cannot be read.",
      "Tell whoever looks after the installation; the other rows do not wait for it.",
    ],
    es: [
      "Lo que Saldo tiene guardado de este deudor o de esta deuda no se puede leer.",
      "Avise a quien administra la instalación; las demás filas no esperan por ello.",
    ],
    "pt-BR": [
      "O que o Saldo guardou deste devedor ou desta dívida não pode ser lido.",
      "Avise quem cuida da instalação; as outras linhas não esperam por isso.",
    ],
  },
  "date.invalid": {
    en: ["This is not a date.", "Write it as year-month-day, such as 2026-03-31."],
    es: ["No es una fecha.", "Escríbala como año-mes-día, por ejemplo 2026-03-31."],
    "pt-BR": ["Não é uma data.", "Escreva-a como ano-mês-dia, por exemplo 2026-03-31."],
  },
  "date.future": {
    en: ["This day has not come yet.", "Write the day on which the debtor gave the authorisation."],
    es: ["Este día todavía no ha llegado.", "Escriba el día en que el deudor dio la autorización."],
    "pt-BR": ["Este dia ainda não chegou.", "Escreva o dia em que o devedor deu a autorização."],
  },
  "date.undecided": {
    en: [
      "This could be two dates, and no date of the file tells whether the day or the month comes first.",
      "Say which comes first when you send the file, or write it as year-month-day, such as 2026-03-31.",
    ],
    es: [
      "Podría ser dos fechas, y ninguna fecha del archivo dice si va primero el día o el mes.",
      "Indique cuál va primero al enviar el archivo, o escríbala como año-mes-día, por ejemplo 2026-03-31.",
    ],
    "pt-BR": [
      "Poderia ser duas datas, e nenhuma data do arquivo diz se vem primeiro o dia ou o mês.",
      "Diga qual vem primeiro ao enviar o arquivo, ou escreva-a como ano-mês-dia, por exemplo 2026-03-31.",
    ],
  },
  "date.mixed": {
    en: [
      "This could be two dates, and the column writes some with the day first and others with the month first.",
      "Write all dates of the column as year-month-day, such as 2026-03-31.",
    ],
    es: [
      "Podría ser dos fechas, y la columna escribe unas con el día primero y otras con el mes primero.",
      "Escriba todas las fechas de la columna como año-mes-día, por ejemplo 2026-03-31.",
    ],
    "pt-BR": [
      "Poderia ser duas datas, e a coluna escreve umas com o dia primeiro e outras com o mês primeiro.",
      "Escreva todas as datas da coluna como ano-mês-dia, por exemplo 2026-03-31.",
    ],
  },
  "amount.other_currency": {
    en: ["The amount is in {named} but the row says {currency}.", "Correct the currency of the row or the sign of the amount."],
    es: ["El importe está en {named} pero la fila dice {currency}.", "Corrija la moneda de la fila o el signo del importe."],
    "pt-BR": ["O valor está em {named} mas a linha diz {currency}.", "Corrija a moeda da linha ou o sinal do valor."],
  },
  "amount.invalid": {
    en: ["This is not an amount, or it could be two.", "Write it without grouping and with a decimal point, such as 1250.50."],
    es: ["No es un importe, o podría ser dos.", "Escríbalo sin separador de miles y con punto decimal, por ejemplo 1250.50."],
    "pt-BR": ["Não é um valor, ou poderia ser dois.", "Escreva-o sem separador de milhar e com ponto decimal, por exemplo 1250.50."],
  },
  "amount.negative": {
    en: ["The amount is negative.", "Write amounts as positive; what is in the debtor's favour is read from a negative balance."],
    es: ["El importe es negativo.", "Escriba los importes en positivo; lo que está a favor del deudor se lee de un saldo negativo."],
    "pt-BR": ["O valor é negativo.", "Escreva os valores em positivo; o que está a favor do devedor se lê de um saldo negativo."],
  },
  "amount.too_large": {
    en: ["Nobody owes this much.", "Check that the column holds amounts, and where the decimals begin."],
    es: ["Nadie debe tanto.", "Revise que la columna tenga importes y dónde empiezan los decimales."],
    "pt-BR": ["Ninguém deve tanto.", "Verifique se a coluna contém valores e onde começam os decimais."],
  },
  "amount.zero": {
    en: ["The amount is zero.", "Write the amount that was paid, or leave the row out."],
    es: ["El importe es cero.", "Escriba el importe pagado o quite la fila."],
    "pt-BR": ["O valor é zero.", "Escreva o valor pago ou retire a linha."],
  },
  "currency.invalid": {
    en: ["This is not a currency code.", "Write the ISO 4217 code, such as COP, MXN or BRL."],
    es: ["No es un código de moneda.", "Escriba el código ISO 4217, por ejemplo COP, MXN o BRL."],
    "pt-BR": ["Não é um código de moeda.", "Escreva o código ISO 4217, por exemplo COP, MXN ou BRL."],
  },
  "country.unknown": {
    en: ["This country is not known.", "Write its two-letter code, such as CO, MX or BR."],
    es: ["No se conoce este país.", "Escriba su código de dos letras, por ejemplo CO, MX o BR."],
    "pt-BR": ["Este país não é conhecido.", "Escreva o código de duas letras, por exemplo CO, MX ou BR."],
  },
  "subdivision.unknown": {
    en: ["The country has no such state.", "Write its name or its code, such as BCN or SP, or leave it empty."],
    es: ["El país no tiene ese estado.", "Escriba su nombre o su código, por ejemplo BCN o SP, o déjelo vacío."],
    "pt-BR": ["O país não tem esse estado.", "Escreva o nome ou a sigla, por exemplo BCN ou SP, ou deixe vazio."],
  },
  "language.unknown": {
    en: ["There are no messages in this language.", "Write es, pt-BR or en, or leave it empty."],
    es: ["No hay mensajes en este idioma.", "Escriba es, pt-BR o en, o déjelo vacío."],
    "pt-BR": ["Não há mensagens neste idioma.", "Escreva es, pt-BR ou en, ou deixe vazio."],
  },
  "kind.unknown": {
    en: ["This is neither a person nor a company.", "Write person or company, or leave it empty for a person."],
    es: ["No es ni persona ni empresa.", "Escriba persona o empresa, o déjelo vacío si es una persona."],
    "pt-BR": ["Não é nem pessoa nem empresa.", "Escreva pessoa ou empresa, ou deixe vazio se for uma pessoa."],
  },
  "consent.unknown": {
    en: [
      "This does not say which channel was authorised.",
      "Write whatsapp, call, sms or email (several with a + between), or no; empty means not known.",
    ],
    es: [
      "No dice qué canal fue autorizado.",
      "Escriba whatsapp, call, sms o email (varios con + en medio), o no; vacío significa que no se sabe.",
    ],
    "pt-BR": [
      "Não diz qual canal foi autorizado.",
      "Escreva whatsapp, call, sms ou email (vários com + entre eles), ou não; vazio significa que não se sabe.",
    ],
  },
  "phone.invalid": {
    en: ["This is not a telephone number of the country.", "Write one number with its country code, such as +57 300 123 4567."],
    es: ["No es un número de teléfono del país.", "Escriba un solo número con código de país, por ejemplo +57 300 123 4567."],
    "pt-BR": ["Não é um número de telefone do país.", "Escreva um só número com código do país, por exemplo +55 11 98765-4321."],
  },
  "phone.rounded": {
    en: ["A spreadsheet has rounded the number.", "Format the column as text, then write the number again in full."],
    es: ["Una hoja de cálculo redondeó el número.", "Dé formato de texto a la columna y escriba de nuevo el número completo."],
    "pt-BR": ["Uma planilha arredondou o número.", "Formate a coluna como texto e escreva de novo o número completo."],
  },
  "phone.without_country": {
    en: ["The number has no country code and the row no country.", "Write the number with its country code, or fill in the country."],
    es: ["El número no tiene código de país ni la fila país.", "Escriba el número con código de país o complete el país."],
    "pt-BR": ["O número não tem código do país nem a linha país.", "Escreva o número com código do país ou preencha o país."],
  },
  "phone.second": {
    en: ["The file gives this debtor another number in an earlier row, and that one is used.", "Keep one number for each debtor."],
    es: ["El archivo da a este deudor otro número en una fila anterior, y se usa ese.", "Deje un solo número por deudor."],
    "pt-BR": ["O arquivo dá a este devedor outro número em uma linha anterior, e é ele que se usa.", "Deixe um só número por devedor."],
  },
  "reference.repeated": {
    en: ["The file has this reference already, in line {line}.", "Keep one row for each debt."],
    es: ["El archivo ya tiene esta referencia, en la línea {line}.", "Deje una sola fila por deuda."],
    "pt-BR": ["O arquivo já tem esta referência, na linha {line}.", "Deixe uma só linha por dívida."],
  },
  "reference.similar": {
    en: [
      "This debtor has a debt {reference} already, which is the same but for zeros, blanks, signs or capitals.",
      "If it is that debt, write {reference}; if it is another one, give it a reference with other letters or digits.",
    ],
    es: [
      "Este deudor ya tiene una deuda {reference}, igual salvo por ceros, espacios, signos o mayúsculas.",
      "Si es esa deuda, escriba {reference}; si es otra, dele una referencia con otras letras o dígitos.",
    ],
    "pt-BR": [
      "Este devedor já tem uma dívida {reference}, igual exceto por zeros, espaços, sinais ou maiúsculas.",
      "Se for essa dívida, escreva {reference}; se for outra, dê a ela uma referência com outras letras ou dígitos.",
    ],
  },
  "id.similar": {
    en: [
      "This debtor is known as {id}, which is the same but for zeros, blanks, signs or capitals.",
      "Write {id}; if it is somebody else of that name, give them a number with other letters or digits.",
    ],
    es: [
      "Este deudor ya existe como {id}, igual salvo por ceros, espacios, signos o mayúsculas.",
      "Escriba {id}; si es otra persona con ese nombre, dele un número con otras letras o dígitos.",
    ],
    "pt-BR": [
      "Este devedor já existe como {id}, igual exceto por zeros, espaços, sinais ou maiúsculas.",
      "Escreva {id}; se for outra pessoa com esse nome, dê a ela um número com outras letras ou dígitos.",
    ],
  },
  "reference.credit_note": {
    en: [
      "This looks like the number of a credit note, and nobody is asked for one.",
      "Write what is in the debtor's favour below zero, or add a column with the type of each document (NC, FV).",
    ],
    es: [
      "Parece el número de una nota crédito, y nadie debe pagar una.",
      "Escriba con signo menos lo que está a favor del deudor, o agregue una columna con el tipo de cada documento (NC, FV).",
    ],
    "pt-BR": [
      "Parece o número de uma nota de crédito, e ninguém deve pagar uma.",
      "Escreva com sinal de menos o que está a favor do devedor, ou inclua uma coluna com o tipo de cada documento (NC, FV).",
    ],
  },
  "reference.of_another": {
    en: ["This reference is another debtor's debt.", "Correct the reference or the debtor's number."],
    es: ["Esta referencia es la deuda de otro deudor.", "Corrija la referencia o el número del deudor."],
    "pt-BR": ["Esta referência é a dívida de outro devedor.", "Corrija a referência ou o número do devedor."],
  },
  "currency.changed": {
    en: ["The debt is kept in {currency}.", "A debt does not change its currency: use another reference for the new one."],
    es: ["La deuda se lleva en {currency}.", "Una deuda no cambia de moneda: use otra referencia para la nueva."],
    "pt-BR": ["A dívida é mantida em {currency}.", "Uma dívida não muda de moeda: use outra referência para a nova."],
  },
  "id.two_names": {
    en: [
      "People with different names have this number in the file (lines {lines}): one would be asked for the debts of the other.",
      "Give each debtor a number of their own; if it is one person, write the name the same way in all rows.",
    ],
    es: [
      "Personas con nombres distintos tienen este número en el archivo (líneas {lines}): a una se le cobraría lo de la otra.",
      "Dé a cada deudor su propio número; si es una sola persona, escriba el nombre igual en todas las filas.",
    ],
    "pt-BR": [
      "Pessoas com nomes diferentes têm este número no arquivo (linhas {lines}): uma seria cobrada pela dívida da outra.",
      "Dê a cada devedor seu próprio número; se for uma só pessoa, escreva o nome igual em todas as linhas.",
    ],
  },
  "id.of_another_name": {
    en: [
      "The debtor with this number is known by another name, and neither document nor telephone number says that it is the same person.",
      "Correct the number; if the person has another name now, send the row with the document or telephone number that is known of them.",
    ],
    es: [
      "El deudor con este número se conoce con otro nombre, y ni el documento ni el teléfono dicen que sea la misma persona.",
      "Corrija el número; si la persona cambió de nombre, envíe la fila con el documento o el teléfono que ya se conoce.",
    ],
    "pt-BR": [
      "O devedor com este número é conhecido por outro nome, e nem o documento nem o telefone dizem que é a mesma pessoa.",
      "Corrija o número; se a pessoa mudou de nome, envie a linha com o documento ou o telefone que já se conhece.",
    ],
  },
  "debtor.erased": {
    en: ["This debtor was erased.", "Remove the row: an erased debtor is not taken in again under the same number."],
    es: ["Este deudor fue borrado.", "Quite la fila: un deudor borrado no vuelve a entrar con el mismo número."],
    "pt-BR": ["Este devedor foi apagado.", "Retire a linha: um devedor apagado não volta a entrar com o mesmo número."],
  },
  "payment.repeated": {
    en: ["The file has this payment already, in line {line}.", "Keep one row for each payment."],
    es: ["El archivo ya tiene este pago, en la línea {line}.", "Deje una sola fila por pago."],
    "pt-BR": ["O arquivo já tem este pagamento, na linha {line}.", "Deixe uma só linha por pagamento."],
  },
  "payment.different": {
    en: [
      "A payment with this id was recorded with other contents.",
      "Use a new id for another payment; reverse the recorded one if it was wrong.",
    ],
    es: ["Ya se registró un pago con este id y otro contenido.", "Use un id nuevo para otro pago; revierta el registrado si estaba mal."],
    "pt-BR": [
      "Já se registrou um pagamento com este id e outro conteúdo.",
      "Use um id novo para outro pagamento; estorne o registrado se estava errado.",
    ],
  },
  "payment.unplaced": {
    en: ["The row names neither a debt nor a debtor.", "Fill in the reference of the debt or the number of the debtor."],
    es: ["La fila no indica ni deuda ni deudor.", "Complete la referencia de la deuda o el número del deudor."],
    "pt-BR": ["A linha não indica nem dívida nem devedor.", "Preencha a referência da dívida ou o número do devedor."],
  },
} satisfies Record<string, Sentences>;

export type ProblemCode = keyof typeof SENTENCES;

const TAKEN: Readonly<Record<Locale, string>> = {
  en: "The row was taken in without it.",
  es: "La fila se tomó sin ese dato.",
  "pt-BR": "A linha foi aceita sem esse dado.",
};

/** Both sentences about a problem, in the reader's language. @param taken whether the rest of the row is in */
export function explainProblem({ code, params = {} }: RowProblem, locale: Locale, taken = false): { problem: string; remedy: string } {
  const [problem, remedy] = SENTENCES[code][locale];
  const filled = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ""));
  return { problem: taken ? `${filled(problem)} ${TAKEN[locale]}` : filled(problem), remedy: filled(remedy) };
}

/** Every code there is. */
export const PROBLEM_CODES = Object.keys(SENTENCES) as readonly ProblemCode[];
