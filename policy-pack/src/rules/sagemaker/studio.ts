import { both, customerKey, oneOf } from "../../authoring/conditions";
import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import { isCustomerKey } from "../../knowledge/customer-key";

const domain = resourceRule("sagemaker-domain", {
  check: both(
    oneOf("appNetworkAccessType", ["VpcOnly"], "applications of the domain reach the internet outside of the VPC"),
    oneOf("authMode", ["SSO", "IAM"], "users sign in neither with IAM nor with IAM Identity Center"),
  ),
});

const userProfile = "aws:sagemaker/userProfile:UserProfile";

const domainCmk = resourceRule("sagemaker-domain-cmk", {
  // A user's own settings take the place of those that the domain has for all.
  types: ["aws:sagemaker/domain:Domain", userProfile],
  check: (resource) => {
    const isProfile = resource.type === userProfile;
    if (!isProfile) {
      customerKey(
        "kmsKeyId",
        "the domain's storage is encrypted under AWS's own key instead of a customer-managed one",
      )(resource);
    }
    const sharing = resource.get(isProfile ? "userSettings.sharingSettings" : "defaultUserSettings.sharingSettings");
    resource.expect(
      sharing
        .get("notebookOutputOption")
        .isOneOf("Allowed")
        .not()
        .or(isCustomerKey(sharing.get("s3KmsKeyId"))),
      "shared notebook output is encrypted without a customer-managed key",
    );
  },
});

const featureStore = resourceRule("sagemaker-feature-store", {
  check: (resource) => {
    const online = resource.get("onlineStoreConfig");
    resource.expect(
      Truth.any([
        online.get("enableOnlineStore").isTrue().not(),
        online.isUnknown ? online.asUnknown() : isCustomerKey(online.get("securityConfig.kmsKeyId")),
      ]),
      "the online store is encrypted under AWS's own key instead of a customer-managed one",
    );
    const offline = resource.get("offlineStoreConfig");
    resource.expect(
      offline.isUnknown
        ? offline.asUnknown()
        : offline
            .isGiven()
            .not()
            .or(isCustomerKey(offline.get("s3StorageConfig.kmsKeyId"))),
      "the offline store is encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

/** Rules on Studio domains and feature stores. */
export const studioRules: readonly Rule[] = [domain, domainCmk, featureStore];
