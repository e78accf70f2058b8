import { resourceRule, type Rule } from "../authoring/rule";
import { holdsSecret, isLiteralCredential } from "../knowledge/credentials";
import { holdsPhi } from "../knowledge/phi-patterns";
import { denyWords } from "../knowledge/phi-texts";
import { noText } from "../knowledge/texts";
import { accessLogs, httpsOnly } from "./elasticbeanstalk/listeners";
import { isOn, isSet, someOption } from "./elasticbeanstalk/options";

const launch = "aws:autoscaling:launchconfiguration";

const instancesPrivate = resourceRule("beanstalk-instances-private", {
  check: (environment) =>
    environment.expect(
      someOption(environment, "aws:ec2:vpc", "AssociatePublicIpAddress", isOn).not(),
      "instances are given public addresses",
    ),
});

const logStreaming = resourceRule("beanstalk-log-streaming", {
  check: (environment) =>
    environment.expect(
      isSet(environment, "aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs", isOn),
      "logs stay on the instances and go with them",
    ),
});

const managedUpdates = resourceRule("beanstalk-managed-updates", {
  check: (environment) => {
    const actions = "aws:elasticbeanstalk:managedactions";
    environment.expect(
      isSet(environment, actions, "ManagedActionsEnabled", isOn),
      "updates of the platform are not installed by themselves",
    );
    environment.expect(
      isSet(environment, actions, "PreferredStartTime").and(
        isSet(environment, `${actions}:platformupdate`, "UpdateLevel"),
      ),
      "nothing says when updates of the platform are installed, or which",
    );
  },
});

const imdsV2 = resourceRule("beanstalk-imdsv2", {
  check: (environment) =>
    environment.expect(
      isSet(environment, launch, "DisableIMDSv1", isOn),
      "instances answer the old metadata API, which asks for no token",
    ),
});

const rootVolumeType = resourceRule("beanstalk-root-volume-type", {
  check: (environment) =>
    environment.expect(
      isSet(environment, launch, "RootVolumeType", (value) => value.isGiven()),
      "nothing says of which type the root volume is",
    ),
});

const enhancedHealth = resourceRule("beanstalk-enhanced-health", {
  check: (environment) =>
    environment.expect(
      isSet(environment, "aws:elasticbeanstalk:healthreporting:system", "SystemType", (value) =>
        value.isOneOf("enhanced"),
      ),
      "the environment does not report enhanced health",
    ),
});

const noPhiInFields = resourceRule("beanstalk-no-phi-in-fields", {
  // Saved configurations hold the same properties.
  types: [
    "aws:elasticbeanstalk/environment:Environment",
    "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate",
  ],
  config: denyWords,
  check: (environment) => {
    const words = environment.setting<readonly string[]>("denyWords");
    const settings = environment.get("settings");
    // A master password stands among the options of a database, not among the environment properties.
    environment.expect(
      settings.every((setting) => isLiteralCredential(setting.get("name"), setting.get("value")).not()),
      "a property or option that is named like a credential has a literal value",
    );
    environment.expect(
      settings.every((setting) => noText(setting.get("value"), holdsSecret)),
      "a property holds an access key, a private key, a vendor's token or a URL with a password",
    );
    environment.expect(
      settings.every((setting) => {
        const isProperty = setting.get("namespace").isOneOf("aws:elasticbeanstalk:application:environment");
        return isProperty.not().or(noText(setting.get("value"), (text) => holdsPhi(text, words)));
      }),
      "an environment property holds what looks like an identifier of a person",
    );
  },
});

/** Rules on AWS Elastic Beanstalk. */
export const elasticbeanstalkRules: readonly Rule[] = [
  httpsOnly,
  instancesPrivate,
  logStreaming,
  accessLogs,
  managedUpdates,
  imdsV2,
  rootVolumeType,
  enhancedHealth,
  noPhiInFields,
];
