import { both, mustBeTrue, mustNotBeTrue, noneOf, oneOf, required } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isWorldOpen } from "../knowledge/cidr";
import { isCustomerKey } from "../knowledge/customer-key";

const rootVolume = "rootVolumeEncryptionEnabled";
const userVolume = "userVolumeEncryptionEnabled";

const volumesEncrypted = resourceRule("workspaces-volumes-encrypted", {
  check: both(
    mustBeTrue(rootVolume, "the root volume is not encrypted"),
    mustBeTrue(userVolume, "the user volume is not encrypted"),
  ),
});

const volumeCmk = resourceRule("workspaces-volume-cmk", {
  check: (resource) => {
    const isEncrypted = resource.get(rootVolume).isTrue().or(resource.get(userVolume).isTrue());
    resource.expect(
      isEncrypted.not().or(isCustomerKey(resource.get("volumeEncryptionKey"))),
      "the volumes are encrypted under AWS's own key instead of a customer-managed one",
    );
  },
});

const directoryControls = resourceRule("workspaces-directory-controls", {
  check: (resource) => {
    both(
      required("ipGroupIds", "desktops may be reached from any address"),
      mustNotBeTrue("workspaceCreationProperties.enableInternetAccess", "desktops get public addresses"),
      mustNotBeTrue("selfServicePermissions.increaseVolumeSize", "users may enlarge the volumes of their desktops"),
      // Browsers are denied unless someone allows them.
      noneOf("workspaceAccessProperties.deviceTypeWeb", ["ALLOW"], "desktops may be reached from any browser"),
    )(resource);
    resource.expect(
      // Desktops of a pool have no local administrators.
      resource
        .get("workspaceType")
        .isOneOf("POOLS")
        .or(resource.get("workspaceCreationProperties.userEnabledAsLocalAdministrator").isFalse()),
      "users are administrators of their desktops",
    );
    resource.expect(
      Truth.any([
        resource.get("samlProperties.status").isOneOf("ENABLED"),
        resource.get("userIdentityType").isOneOf("AWS_IAM_IDENTITY_CENTER"),
      ]),
      "users sign in with a password alone, as far as the directory's registration shows",
    );
  },
});

const ipGroups = resourceRule("workspaces-ip-groups", {
  check: (resource) =>
    // A group without rules lets nobody in.
    resource.expect(
      resource
        .get("rules")
        .some((rule) => isWorldOpen(rule.get("source")))
        .not(),
      "the group lets the whole internet in",
    ),
});

/** Seconds. */
const fifteenMinutes = 900;

const autoStop = resourceRule("workspaces-auto-stop", {
  check: (resource) => {
    if (resource.type === "aws:workspaces/workspace:Workspace") {
      oneOf("workspaceProperties.runningMode", ["AUTO_STOP"], "the desktop runs on when nobody uses it")(resource);
      return;
    }
    const settings = resource.get("timeoutSettings");
    resource.expect(
      settings.isGiven().and(
        settings.every((one) => {
          const timeout = one.get("idleDisconnectTimeoutInSeconds");
          return timeout.isAtLeast(1).and(timeout.isAtMost(fifteenMinutes));
        }),
      ),
      "idle sessions of the pool are not disconnected within 15 minutes",
    );
  },
});

/** Rules on Amazon WorkSpaces. */
export const workspacesRules: readonly Rule[] = [volumesEncrypted, volumeCmk, directoryControls, ipGroups, autoStop];
