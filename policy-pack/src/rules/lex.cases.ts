import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const bot = (idleSessionTtlInSeconds?: unknown) =>
  resource("aws:lex/v2modelsBot:V2modelsBot", { idleSessionTtlInSeconds });
const slot = (obfuscationSettings?: unknown) => resource("aws:lex/v2modelsSlot:V2modelsSlot", { obfuscationSettings });
const intent = (sampleUtterances: unknown) => resource("aws:lex/v2modelsIntent:V2modelsIntent", { sampleUtterances });
const slotType = (slotTypeValues: unknown) => resource("aws:lex/v2modelsSlotType:V2modelsSlotType", { slotTypeValues });

export const lexCases: ServiceCases = {
  "lex-bot-privacy": [
    pass("5 minutes", bot(300)),
    pass("15 minutes", bot(900)),
    pass("an obfuscated slot", slot([{ obfuscationSettingType: "DefaultObfuscation" }])),
    fault("a second longer", bot(901)),
    fault("a day", bot(86400)),
    fault("a slot, nothing said", slot()),
    fault("a slot in the clear", slot([{ obfuscationSettingType: "None" }])),
    undecided("known on update", bot(unknown)),
    undecided("a slot known on update", slot(unknown)),
    fault("nothing said of a session", bot()),
  ],
  "lex-no-phi-in-utterances": [
    pass("placeholders", intent([{ utterance: "My date of birth is {dateOfBirth}" }])),
    pass("values", slotType([{ sampleValues: [{ value: "cardiology" }], synonyms: [{ value: "heart" }] }])),
    fault("a Social Security number", intent([{ utterance: "It is 123-45-6789" }])),
    fault("a number beside one known on update", intent([unknown, { utterance: "It is 123-45-6789" }])),
    fault("a record number as a value", slotType([{ sampleValues: [{ value: "MRN 1234567" }] }])),
    fault("a record number as a synonym", slotType([{ synonyms: [{ value: "MRN 1234567" }] }])),
    fault("a configured word", intent([{ utterance: "Doctor Smithson" }]), { config: { denyWords: ["smithson"] } }),
    undecided("known on update", intent(unknown)),
    pass("an utterance without text", intent([{}])),
  ],
};
