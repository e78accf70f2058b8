import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../../testing/cases";

type Properties = Record<string, unknown>;
const domain = (properties: Properties = {}) => resource("aws:sagemaker/domain:Domain", properties);
const shares = (sharingSettings: unknown) => domain({ kmsKeyId: "key", defaultUserSettings: { sharingSettings } });
const profile = (sharingSettings: unknown) =>
  resource("aws:sagemaker/userProfile:UserProfile", { userSettings: { sharingSettings } });
const group = (properties: Properties = {}) => resource("aws:sagemaker/featureGroup:FeatureGroup", properties);

export const studioCases: ServiceCases = {
  "sagemaker-domain": [
    pass("in the VPC only", domain({ appNetworkAccessType: "VpcOnly", authMode: "SSO" })),
    pass("in the VPC only, with users of IAM", domain({ appNetworkAccessType: "VpcOnly", authMode: "IAM" })),
    fault("nothing said", domain({ authMode: "IAM" })),
    fault("over the internet", domain({ appNetworkAccessType: "PublicInternetOnly", authMode: "IAM" })),
    fault("no way to sign in", domain({ appNetworkAccessType: "VpcOnly" })),
    undecided("known on update", domain({ appNetworkAccessType: unknown, authMode: "IAM" })),
  ],
  "sagemaker-domain-cmk": [
    pass("a wired key", domain({ kmsKeyId: unknown })),
    pass("sharing with a key", shares({ notebookOutputOption: "Allowed", s3KmsKeyId: "key" })),
    pass("no sharing", shares({ notebookOutputOption: "Disabled" })),
    fault("no key", domain()),
    fault("AWS's own key", domain({ kmsKeyId: "alias/aws/elasticfilesystem" })),
    fault("sharing without a key", shares({ notebookOutputOption: "Allowed" })),
    undecided("sharing known on update", shares({ notebookOutputOption: unknown })),
    pass("a user without settings of their own", profile({})),
    pass("a user's own sharing with a key", profile({ notebookOutputOption: "Allowed", s3KmsKeyId: unknown })),
    fault("a user's own sharing without a key", profile({ notebookOutputOption: "Allowed" })),
  ],
  "sagemaker-feature-store": [
    pass(
      "keys for both",
      group({
        onlineStoreConfig: { enableOnlineStore: true, securityConfig: { kmsKeyId: unknown } },
        offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://a", kmsKeyId: unknown } },
      }),
    ),
    pass("no stores", group()),
    fault("online without a key", group({ onlineStoreConfig: { enableOnlineStore: true } })),
    fault("offline without a key", group({ offlineStoreConfig: { s3StorageConfig: { s3Uri: "s3://a" } } })),
    undecided("online known on update", group({ onlineStoreConfig: unknown })),
    undecided("offline known on update", group({ offlineStoreConfig: unknown })),
  ],
};
