import { resourceRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { Value } from "../../authoring/value";
import { holdsSecret, isLiteralCredential } from "../../knowledge/credentials";
import { denyWords, expectNoPhi } from "../../knowledge/phi-texts";
import { noText } from "../../knowledge/texts";
import { everyContainer, everyPodContainer, everyTask, field } from "./definitions";

const efsTransitEncryption = resourceRule("batch-job-hardening", {
  check: (definition) => {
    const hasTls = (volume: Value): Truth => {
      const efs = field(volume, "efsVolumeConfiguration");
      return efs.isGiven().not().or(field(efs, "transitEncryption").isOneOf("ENABLED"));
    };
    definition.expect(
      everyTask(definition, (task) => field(task, "volumes").every(hasTls)),
      "a job mounts an EFS volume without TLS",
    );
  },
});

const noPublicIp = resourceRule("batch-no-public-ip", {
  check: (definition) => {
    const platforms = definition.get("platformCapabilities");
    const mayBeFargate = platforms
      .isGiven()
      .not()
      .or(platforms.some((one) => one.isOneOf("FARGATE")));
    definition.onlyWhen(mayBeFargate, "its jobs run on instances, which have addresses of their own");
    definition.expect(
      everyTask(definition, (task) => field(task, "networkConfiguration", "assignPublicIp").isOneOf("ENABLED").not()),
      "jobs are given public addresses",
    );
  },
});

const noPrivilegedContainers = resourceRule("batch-no-privileged-containers", {
  check: (definition) => {
    const fault = "a container of the job is privileged";
    definition.expect(
      everyContainer(definition, (container) => field(container, "privileged").isTrue().not()),
      fault,
    );
    definition.expect(
      everyPodContainer(definition, (container) => field(container, "securityContext", "privileged").isTrue().not()),
      fault,
    );
  },
});

const jobLogs = resourceRule("batch-job-logs", {
  check: (definition) =>
    definition.expect(
      everyContainer(definition, (container) =>
        field(container, "logConfiguration", "logDriver").isOneOf("none", "json-file").not(),
      ),
      "the output of a container stays on its host or is thrown away",
    ),
});

const noPhiInDefinitions = resourceRule("batch-no-phi-in-definitions", {
  config: denyWords,
  check: (definition) => {
    const named = (container: Value): Truth =>
      Truth.all(
        ["environment", "env", "envs"].map((list) =>
          field(container, list).every((one) => isLiteralCredential(field(one, "name"), field(one, "value")).not()),
        ),
      );
    const inAll = (condition: (container: Value) => Truth): Truth =>
      everyContainer(definition, condition).and(everyPodContainer(definition, condition));
    definition.expect(
      inAll(named),
      "an environment variable of a container that is named like a credential has a literal value",
    );
    definition.expect(
      inAll((container) => noText(container, holdsSecret)).and(noText(definition.get("parameters"), holdsSecret)),
      "the job definition holds an access key, a private key, a vendor's token or a URL with a password",
    );
    // Identifiers of persons in the container properties and the parameters are reported by the general rule on texts.
    for (const path of ["ecsProperties", "nodeProperties", "eksProperties"]) {
      expectNoPhi(definition, definition.get(path), "the job definition");
    }
  },
});

/** Rules on job definitions. */
export const jobRules: readonly Rule[] = [
  efsTransitEncryption,
  noPublicIp,
  noPrivilegedContainers,
  jobLogs,
  noPhiInDefinitions,
];
