import { mustNotBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { isGivenIn } from "../knowledge/blocks";

const stackType = "aws:appstream/stack:Stack";

const fleetPrivate = resourceRule("appstream-fleet-private", {
  check: (resource) => {
    if (resource.type === stackType) {
      const endpoints = resource.get("accessEndpoints");
      resource.expect(
        // A wired list of endpoints is given; what counts is that there is one.
        endpoints.isUnknown
          ? Truth.yes
          : endpoints.some((one) => one.get("endpointType").isOneOf("STREAMING").and(one.get("vpceId").isGiven())),
        "sessions are streamed over the public endpoint",
      );
      return;
    }
    mustNotBeTrue("enableDefaultInternetAccess", "the instances have default internet access")(resource);
    resource.expect(isGivenIn(resource.get("vpcConfig"), "subnetIds"), "the instances are in no subnet of a VPC");
  },
});

/** Seconds. */
const fifteenMinutes = 900;

const sessionTimeouts = resourceRule("appstream-session-timeouts", {
  check: (resource) => {
    const idle = resource.get("idleDisconnectTimeoutInSeconds");
    resource.expect(
      // Zero means never. How long a session outlives its disconnection is not judged: nobody is at it.
      idle.isAtLeast(1).and(idle.isAtMost(fifteenMinutes)),
      "idle sessions are not disconnected within 15 minutes",
    );
  },
});

/** Ways on which data leaves a session for the user's own device. */
const waysOut = ["FILE_DOWNLOAD", "CLIPBOARD_COPY_TO_LOCAL_DEVICE", "PRINTING_TO_LOCAL_DEVICE"];

const dataEgress = resourceRule("appstream-data-egress", {
  check: (resource) => {
    resource.expect(
      resource.get("storageConnectors").every((one) => one.get("connectorType").isOneOf("HOMEFOLDERS")),
      "the stack connects sessions to storage of a third party",
    );
    const settings = resource.get("userSettings");
    const isClosed = (way: string): Truth =>
      settings.some((one) => one.get("action").isOneOf(way).and(one.get("permission").isOneOf("DISABLED")));
    resource.expect(Truth.all(waysOut.map(isClosed)), "users may copy, download or print to their own devices");
  },
});

/** Rules on Amazon AppStream 2.0. */
export const appstreamRules: readonly Rule[] = [fleetPrivate, sessionTimeouts, dataEgress];
