import { both, mustBeTrue, oneOf } from "../authoring/conditions";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
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

const registration = "aws:workspaces/directory:Directory";
const directory = "aws:directoryservice/directory:Directory";
const radiusSettings = "aws:directoryservice/radiusSettings:RadiusSettings";

/** A stack rule, because the second factor may be asked for by the directory itself, over RADIUS. */
const directoryControls = stackRule("workspaces-directory-controls", {
  check: (stack, graph) => {
    for (const each of graph.ofType(registration)) {
      const creation = each.get("workspaceCreationProperties");
      stack.expect(each, each.get("ipGroupIds").isGiven(), "desktops may be reached from any address");
      stack.expect(each, creation.get("enableInternetAccess").isTrue().not(), "desktops get public addresses");
      stack.expect(
        each,
        each.get("selfServicePermissions.increaseVolumeSize").isTrue().not(),
        "users may enlarge the volumes of their desktops",
      );
      stack.expect(
        each,
        // Browsers are denied unless someone allows them.
        each.get("workspaceAccessProperties.deviceTypeWeb").isOneOf("ALLOW").not(),
        "desktops may be reached from any browser",
      );
      stack.expect(
        each,
        // Desktops of a pool have no local administrators.
        each.get("workspaceType").isOneOf("POOLS").or(creation.get("userEnabledAsLocalAdministrator").isFalse()),
        "users are administrators of their desktops",
      );
      stack.expect(
        each,
        Truth.any([
          each.get("samlProperties.status").isOneOf("ENABLED"),
          each.get("userIdentityType").isOneOf("AWS_IAM_IDENTITY_CENTER"),
          ...graph.ofType(radiusSettings).map((one) => areOfOneDirectory(graph, each, one)),
        ]),
        "users sign in with a password alone, as far as the stack shows",
      );
    }
  },
});

/** Whether two resources name the same directory. */
function areOfOneDirectory(graph: StackGraph, one: GraphResource, other: GraphResource): Truth {
  const [id, otherId] = [one.get("directoryId"), other.get("directoryId")];
  if (id.text !== undefined && otherId.text !== undefined) return Truth.of(id.text === otherId.text);
  const [named, otherNamed] = [one, other].map((from) => graph.references(from, "directoryId", directory).targets);
  if (!named?.length || !otherNamed?.length) return Truth.unknown(id.isUnknown ? id.path : otherId.path);
  return Truth.of(named.some((target) => otherNamed.includes(target)));
}

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
