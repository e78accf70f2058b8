import { fault, pass, resource, undecided, unknown, type CaseProperties, type ServiceCases } from "../testing/cases";

const cluster = (properties: CaseProperties = {}) => resource("aws:dsql/cluster:Cluster", properties);

export const dsqlCases: ServiceCases = {
  "dsql-cmk": [
    pass("a wired key", cluster({ kmsEncryptionKey: unknown })),
    pass("a key by ARN", cluster({ kmsEncryptionKey: "arn:aws:kms:us-east-1:111122223333:key/b" })),
    fault("no key", cluster()),
    fault("the word for AWS's own key", cluster({ kmsEncryptionKey: "AWS_OWNED_KMS_KEY" })),
    fault("AWS's own alias", cluster({ kmsEncryptionKey: "alias/aws/dsql" })),
  ],
  "dsql-deletion-protection": [
    pass("protected", cluster({ deletionProtectionEnabled: true })),
    pass("protected, not forced", cluster({ deletionProtectionEnabled: true, forceDestroy: false })),
    fault("nothing said", cluster()),
    fault("not protected", cluster({ deletionProtectionEnabled: false })),
    fault("protected until destroyed", cluster({ deletionProtectionEnabled: true, forceDestroy: true })),
    fault("forced, protection known on update", cluster({ deletionProtectionEnabled: unknown, forceDestroy: true })),
    undecided("known on update", cluster({ deletionProtectionEnabled: unknown })),
  ],
};
