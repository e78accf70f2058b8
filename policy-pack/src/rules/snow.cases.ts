import { fault, json, pass, ref, resource, undecided, unknown, type ServiceCases } from "../testing/cases";
import { bucketOf, noPhi } from "../testing/s3";

const snow = (service = "importexport.amazonaws.com", more: Record<string, unknown> = {}) =>
  resource(
    "aws:iam/role:Role",
    {
      assumeRolePolicy: json({
        Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
      }),
      ...more,
    },
    { name: "snow" },
  );
const allow = (action: string | string[], target: unknown) => ({ Effect: "Allow", Action: action, Resource: target });
const document = (...statements: unknown[]) => json({ Statement: statements });
const policy = (text: unknown, role: unknown = ref("snow", "id")) =>
  resource("aws:iam/rolePolicy:RolePolicy", { role, policy: text });
const landing = (properties: Record<string, unknown> = {}) => bucketOf({ bucket: "landing", ...properties });
const put = allow("s3:PutObject", "arn:aws:s3:::landing/*");
const key = (id: string) => `arn:aws:kms:us-east-1:111122223333:key/${id}`;

export const snowCases: ServiceCases = {
  "snow-import-role-scoped": [
    pass("a named bucket and one key", [
      policy(document(put, allow(["kms:GenerateDataKey", "kms:Decrypt"], key("a")))),
      snow(),
      landing(),
    ]),
    pass("a role of another service", [policy(document(allow("s3:PutObject", "*"))), snow("ec2.amazonaws.com")]),
    fault("any bucket", [policy(document(allow("s3:PutObject", "*"))), snow()]),
    fault("any bucket by ARN", [policy(document(allow("s3:Put*", "arn:aws:s3:::*"))), snow()]),
    fault("a bucket out of scope", [policy(document(put)), snow(), landing(noPhi)]),
    fault("two keys in one statement", [policy(document(put, allow("kms:Decrypt", [key("a"), key("b")]))), snow()]),
    fault("two keys in two statements", [
      policy(document(allow("kms:Decrypt", key("a")), allow("kms:GenerateDataKey", key("b")))),
      snow(),
    ]),
    fault("inline in the role", [
      snow("importexport.amazonaws.com", {
        inlinePolicies: [{ name: "a", policy: document(allow("s3:GetObject", "*")) }],
      }),
    ]),
    undecided("a policy known on update", [policy(unknown), snow()]),
    undecided("a role known on update", [policy(document(allow("s3:PutObject", "*")), unknown), snow()]),
    pass("no trust, which AWS does not accept", [
      policy(document(allow("s3:PutObject", "*"))),
      snow(undefined, { assumeRolePolicy: undefined }),
    ]),
  ],
};
