import {
  fault,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const vocabulary = (properties: CaseProperties = {}) => resource("aws:transcribe/vocabulary:Vocabulary", properties);
const medical = (vocabularyFileUri: unknown) =>
  resource("aws:transcribe/medicalVocabulary:MedicalVocabulary", { vocabularyFileUri });
const filter = (properties: CaseProperties = {}) =>
  resource("aws:transcribe/vocabularyFilter:VocabularyFilter", properties);
const model = (inputDataConfig: unknown) => resource("aws:transcribe/languageModel:LanguageModel", { inputDataConfig });

export const transcribeCases: ServiceCases = {
  "transcribe-resources": [
    pass("medical terms", vocabulary({ phrases: ["metoprolol", "atrial-fibrillation"] })),
    pass("a wired file", medical(unknown)),
    pass("a file in S3", medical("s3://words/list.txt")),
    pass("a file in S3 over HTTPS", vocabulary({ vocabularyFileUri: "https://s3.us-east-1.amazonaws.com/words/list" })),
    pass("training data in S3", model({ s3Uri: "s3://training/text/" })),
    fault("a Social Security number among phrases", vocabulary({ phrases: ["123-45-6789"] })),
    fault("a number beside one known on update", vocabulary({ phrases: [unknown, "123-45-6789"] })),
    fault("a record number among words", filter({ words: ["mrn1234567"] })),
    fault("a configured word", filter({ words: ["Smithson"] }), { config: { denyWords: ["smithson"] } }),
    fault("a file over plain HTTP", medical("http://s3.amazonaws.com/words/list")),
    fault("training data elsewhere", model({ s3Uri: "https://a.example/text" })),
    undecided("phrases known on update", vocabulary({ phrases: unknown })),
    pass("a filter without words of its own", filter({})),
    pass("training data that is not named", model({})),
  ],
  "transcribe-buckets-encrypted": [
    pass("a bucket in scope", [model({ s3Uri: ref("phi", "bucket") }), bucketOf()]),
    pass("phrases alone", vocabulary({ phrases: ["a"] })),
    fault("training data out of scope", [model({ s3Uri: ref("phi", "bucket") }), bucketOf(noPhi)]),
    fault("words out of scope", [medical("s3://words/list.txt"), bucketOf({ bucket: "words", ...noPhi })]),
    fault("words out of scope over HTTPS", [
      vocabulary({ vocabularyFileUri: "https://s3.us-east-1.amazonaws.com/words/list" }),
      bucketOf({ bucket: "words", ...noPhi }),
    ]),
    fault("words out of scope, by the bucket's own host", [
      vocabulary({ vocabularyFileUri: "https://words.s3.us-east-1.amazonaws.com/list" }),
      bucketOf({ bucket: "words", ...noPhi }),
    ]),
    undecided("a file known on update", [medical(unknown), bucketOf(noPhi)]),
  ],
};
