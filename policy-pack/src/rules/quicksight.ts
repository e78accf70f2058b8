import { mustNotBeFalse, mustNotBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isGivenIn } from "../knowledge/blocks";
import { isCustomerKey } from "../knowledge/customer-key";

const enterprise = resourceRule("quicksight-enterprise", {
  check: oneOf("edition", ["ENTERPRISE", "ENTERPRISE_AND_Q"], "the edition is not one that may hold PHI"),
});

const signIn = resourceRule("quicksight-sign-in", {
  check: (resource) =>
    resource.type === "aws:quicksight/accountSettings:AccountSettings"
      ? mustNotBeFalse("terminationProtectionEnabled", "the account can be terminated by accident")(resource)
      : oneOf(
          "authenticationMethod",
          ["IAM_IDENTITY_CENTER", "ACTIVE_DIRECTORY", "IAM_ONLY"],
          "users may sign in with passwords that QuickSight keeps",
        )(resource),
});

const dataSourceSsl = resourceRule("quicksight-data-source-ssl", {
  check: mustNotBeTrue("sslProperties.disableSsl", "the data source is read without TLS"),
});

/** Kinds of sources that stand in a VPC. Those of vendors on the internet are reached in other ways. */
const databaseTypes = [
  "AURORA",
  "AURORA_POSTGRESQL",
  "MARIADB",
  "MYSQL",
  "ORACLE",
  "POSTGRESQL",
  "PRESTO",
  "RDS",
  "REDSHIFT",
  "SPARK",
  "SQLSERVER",
  "TERADATA",
];

const dataSourcePrivate = resourceRule("quicksight-data-source-private", {
  check: (resource) => {
    resource.expect(
      resource
        .get("type")
        .isOneOf(...databaseTypes)
        .not()
        .or(isGivenIn(resource.get("vpcConnectionProperties"), "vpcConnectionArn")),
      "the database is not reached through a VPC connection",
    );
    const pair = resource.get("credentials.credentialPair");
    resource.expect(
      // A pair is a password in state whether it is known yet or not; unknown credentials as a whole may be none.
      resource.get("credentials").isUnknown ? pair.asUnknown() : pair.isGiven().not(),
      "the data source holds a password instead of naming a secret",
    );
  },
});

const accessControls = resourceRule("quicksight-access-controls", {
  check: (resource) => {
    switch (resource.type) {
      case "aws:quicksight/ipRestriction:IpRestriction":
        resource.expect(resource.get("enabled").isTrue(), "the restriction of networks is declared and switched off");
        return;
      case "aws:quicksight/keyRegistration:KeyRegistration": {
        const registered = resource.get("keyRegistrations");
        resource.expect(
          Truth.all([registered.isGiven(), registered.every((one) => isCustomerKey(one.get("keyArn")))]),
          "what SPICE keeps is not encrypted under a customer-managed key",
        );
        return;
      }
      default: {
        const safeguards = [
          "rowLevelPermissionDataSet",
          "rowLevelPermissionTagConfiguration",
          "columnLevelPermissionRules",
        ];
        resource.expect(
          resource
            .tag("hipaa:phi")
            .isTrue()
            .not()
            .or(...safeguards.map((path) => resource.get(path).isGiven())),
          "the dataset is tagged as holding PHI and has neither row-level nor column-level permissions",
        );
      }
    }
  },
});

/** Rules on Amazon QuickSight. */
export const quicksightRules: readonly Rule[] = [enterprise, signIn, dataSourceSsl, dataSourcePrivate, accessControls];
