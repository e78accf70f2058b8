import { atLeast } from "../authoring/conditions";
import type { ResourceCheck } from "../authoring/resource-check";
import { resourceRule, stackRule, type Rule } from "../authoring/rule";
import { Truth } from "../authoring/truth";
import { openReferrers } from "../graph/open-referrers";
import type { GraphResource, StackGraph } from "../graph/stack-graph";
import { accountBaseline, expectInBaseline, type BaselineFault } from "../knowledge/account-baseline";
import { isCustomerKey } from "../knowledge/customer-key";
import { bucketTypes, isLogArchive } from "./s3/buckets";

const recorderType = "aws:cfg/recorder:Recorder";
const recorderStatus = "aws:cfg/recorderStatus:RecorderStatus";
const deliveryChannel = "aws:cfg/deliveryChannel:DeliveryChannel";

/** Whether the recorder records everything but what it lists. */
function excludesTypes(recorder: ResourceCheck): Truth {
  return recorder
    .get("recordingGroup.recordingStrategies")
    .some((strategy) => strategy.get("useOnly").isOneOf("EXCLUSION_BY_RESOURCE_TYPES"));
}

/** Whether the exclusions hold nothing but IAM's types, which AWS Config records once, in the home Region. */
function excludesOnlyIam(recorder: ResourceCheck): Truth {
  return recorder
    .get("recordingGroup.exclusionByResourceTypes")
    .every((list) => list.get("resourceTypes").every((type) => type.matches(/^AWS::IAM::/)));
}

function isContinuous(recorder: ResourceCheck, path: string): Truth {
  const frequency = recorder.get(path);
  return frequency.isGiven().not().or(frequency.isOneOf("CONTINUOUS"));
}

const recorder = resourceRule("config-recorder", {
  check: (resource) => {
    if (resource.type === recorderStatus) {
      resource.expect(resource.get("isEnabled").isTrue(), "the recorder is declared and does not run");
      return;
    }
    const group = resource.get("recordingGroup");
    const recordsAll = Truth.all([
      group.get("allSupported").isFalse().not(),
      group
        .get("resourceTypes")
        .some(() => Truth.yes)
        .not(),
      group
        .get("recordingStrategies")
        .some((strategy) => strategy.get("useOnly").isOneOf("INCLUSION_BY_RESOURCE_TYPES"))
        .not(),
    ]);
    resource.expect(excludesTypes(resource).or(recordsAll), "the recorder records some types of resources only");
    resource.expect(excludesOnlyIam(resource), "the recorder leaves out types of resources other than IAM's");
    resource.expect(
      isContinuous(resource, "recordingMode.recordingFrequency"),
      "the recorder looks at resources once a day",
    );
    resource.expect(
      isContinuous(resource, "recordingMode.recordingModeOverride.recordingFrequency"),
      "the recorder looks at some types of resources once a day",
    );
  },
});

const globalTypes = resourceRule("config-recorder-global-types", {
  config: {
    homeRegion: {
      type: "string",
      description: "The Region whose recorder records IAM; recorders that state another Region are not judged.",
      default: "",
    },
  },
  check: (resource) => {
    const home = resource.setting<string>("homeRegion");
    const own = resource.get("region");
    const region = own.isAbsent ? resource.provider?.get("region") : own;
    const isHome = home === "" || !region || region.isAbsent ? Truth.yes : region.isOneOf(home);
    resource.onlyWhen(isHome, "records another Region than the home Region");
    // A recorder that works by exclusion pays no heed to the switch: it records IAM unless it excludes it.
    const excludesIam = resource
      .get("recordingGroup.exclusionByResourceTypes")
      .some((list) => list.get("resourceTypes").some((type) => type.matches(/^AWS::IAM::/)));
    resource.expect(
      Truth.any([
        resource.get("recordingGroup.includeGlobalResourceTypes").isTrue(),
        excludesTypes(resource).and(excludesIam.not()),
      ]),
      "the recorder leaves out users, groups, roles and policies of IAM",
    );
  },
});

const retention = resourceRule("config-retention", {
  check: atLeast("retentionPeriodInDays", 2190, "the history of configurations is kept for less than six years"),
});

const present = stackRule("config-present", {
  // Whatever the stack holds: that the recorder is missing is the fault.
  types: ["*"],
  config: accountBaseline,
  check: (stack, graph) => {
    for (const judge of [hasRecorder, hasRunningStatus, hasChannel]) {
      expectInBaseline(stack, graph, () => judge(graph));
    }
    for (const channel of graph.ofType(deliveryChannel)) {
      for (const fault of faultsOfChannel(graph, channel)) expectInBaseline(stack, graph, () => fault);
    }
  },
});

function hasRecorder(graph: StackGraph): BaselineFault | undefined {
  if (graph.ofType(recorderType).length > 0) return undefined;
  return { fault: "the account baseline declares no recorder of AWS Config" };
}

function hasRunningStatus(graph: StackGraph): BaselineFault | undefined {
  const stray = openReferrers(graph, [recorderStatus], "name", [recorderType]);
  const [idle] = graph
    .ofType(recorderType)
    .filter((one) => graph.referrers(one, recorderStatus, "name").length === 0)
    // The one recorder of a Region is called "default" unless the program names it.
    .filter((one) => !graph.ofType(recorderStatus).some((status) => status.get("name").text === nameOf(one)));
  if (!idle) return undefined;
  const unless = stray.length > 0 ? Truth.unknown("RecorderStatus.name") : Truth.no;
  return { at: idle, unless, fault: "no recorder status starts the recorder" };
}

function nameOf(resource: GraphResource): string {
  return resource.get("name").text ?? "default";
}

function hasChannel(graph: StackGraph): BaselineFault | undefined {
  if (graph.ofType(deliveryChannel).length > 0) return undefined;
  return { fault: "the account baseline declares no delivery channel for AWS Config" };
}

function faultsOfChannel(graph: StackGraph, at: GraphResource): BaselineFault[] {
  // A bucket of another account or stack is judged where it is declared.
  const { targets } = graph.references(at, "s3BucketName", ...bucketTypes);
  return [
    {
      at,
      unless: Truth.all(targets.map(isLogArchive)),
      fault: "the bucket of the delivery channel is not tagged as the log archive",
    },
    {
      at,
      unless: isCustomerKey(at.get("s3KmsKeyArn")),
      fault: "the delivery channel writes without a customer-managed key",
    },
    { at, unless: at.get("snsTopicArn").isGiven(), fault: "the delivery channel notifies nobody of changes" },
  ];
}

/** Rules on AWS Config. */
export const configRules: readonly Rule[] = [recorder, globalTypes, retention, present];
