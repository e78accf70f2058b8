import {
  fault,
  json,
  pass,
  ref,
  resource,
  undecided,
  unknown,
  type CaseProperties,
  type ServiceCases,
} from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const allow = (action: string, target: unknown = "*") => ({ Effect: "Allow", Action: action, Resource: target });
const speak = allow("polly:StartSpeechSynthesisTask");
const document = (...statements: unknown[]) => json({ Statement: statements });
const policy = (text: unknown) => resource("aws:iam/rolePolicy:RolePolicy", { role: "speaker", policy: text });
const speech = (properties: CaseProperties = noPhi) => bucketOf({ bucket: "speech", ...properties });
const toSpeech = allow("s3:PutObject", "arn:aws:s3:::speech/*");

export const pollyCases: ServiceCases = {
  "polly-output-encrypted": [
    pass("a bucket in scope", [policy(document(speak, toSpeech)), speech({})]),
    pass("a bucket of another stack", policy(document(speak, toSpeech))),
    pass("no speech", [policy(document(toSpeech)), speech()]),
    pass("speech, and reading only", [
      policy(document(speak, allow("s3:GetObject", "arn:aws:s3:::speech/*"))),
      speech(),
    ]),
    pass("another bucket", [policy(document(speak, allow("s3:PutObject", "arn:aws:s3:::speeches/*"))), speech()]),
    fault("a bucket out of scope", [policy(document(speak, toSpeech)), speech()]),
    fault("a bucket out of scope among many", [
      policy(document(speak, allow("s3:*", ["arn:aws:s3:::a/*", "arn:aws:s3:::spe*"]))),
      speech(),
    ]),
    undecided(
      "a wired bucket out of scope",
      [policy(document(speak, allow("s3:PutObject", ref("phi", "arn")))), bucketOf(noPhi)],
      { afterUpdate: "fault" },
    ),
    fault("inline in a role", [
      resource("aws:iam/role:Role", { inlinePolicies: [{ name: "a", policy: document(speak, toSpeech) }] }),
      speech(),
    ]),
    undecided("a policy known on update", [policy(unknown), speech()]),
    pass("a policy known on update, and no bucket out of scope", [policy(unknown), speech({})]),
  ],
};
