import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { Value } from "../authoring/value";
import { expectInPhiScope, stores } from "../knowledge/phi-scope";
import { denyWords, expectNoPhi } from "../knowledge/phi-texts";

const vocabulary = "aws:transcribe/vocabulary:Vocabulary";
const medicalVocabulary = "aws:transcribe/medicalVocabulary:MedicalVocabulary";
const vocabularyFilter = "aws:transcribe/vocabularyFilter:VocabularyFilter";
const languageModel = "aws:transcribe/languageModel:LanguageModel";

const resources = resourceRule("transcribe-resources", {
  config: denyWords,
  check: (resource) => {
    expectNoPhi(resource, resource.get("phrases"), "a phrase of the vocabulary");
    expectNoPhi(resource, resource.get("words"), "a word of the filter");
    for (const path of ["vocabularyFileUri", "vocabularyFilterFileUri"]) {
      resource.expect(
        isUri(resource.get(path), /^(?:s3|https):\/\//i),
        "the list of words is not read from S3 over TLS",
      );
    }
    resource.expect(
      isUri(resource.get("inputDataConfig.s3Uri"), /^s3:\/\//i),
      "the model's training data is not read from S3",
    );
  },
});

// A wired address comes from a bucket; only one that is written out can be of another kind.
function isUri(uri: Value, pattern: RegExp): Truth {
  return uri.isUnknown ? Truth.yes : uri.isGiven().not().or(uri.matches(pattern));
}

const bucketsEncrypted = stackRule("transcribe-buckets-encrypted", {
  // Filters of words read a file as vocabularies do.
  types: [languageModel, vocabulary, medicalVocabulary, vocabularyFilter],
  check: (stack, graph) => {
    for (const each of graph.ofType(languageModel, vocabulary, medicalVocabulary, vocabularyFilter)) {
      const uris = [
        "inputDataConfig.s3Uri",
        "inputDataConfig.tuningDataS3Uri",
        "vocabularyFileUri",
        "vocabularyFilterFileUri",
      ].map((path) => each.get(path));
      const fault = "words or training data are in a bucket that is tagged as holding no PHI";
      expectInPhiScope(stack, graph, each, uris, stores.bucket, fault);
    }
  },
});

/** Rules on Amazon Transcribe. */
export const transcribeRules: readonly Rule[] = [resources, bucketsEncrypted];
