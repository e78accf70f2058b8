import { fault, pass, resource, undecided, unknown, type ServiceCases } from "../testing/cases";

const group = (rollback?: unknown, alarms?: unknown) =>
  resource("aws:codedeploy/deploymentGroup:DeploymentGroup", {
    ...(rollback === undefined ? {} : { autoRollbackConfiguration: rollback }),
    ...(alarms === undefined ? {} : { alarmConfiguration: alarms }),
  });
const on = { enabled: true };
const off = { enabled: false };

export const codedeployCases: ServiceCases = {
  "codedeploy-monitored": [
    pass("rollback and alarms", group({ ...on, events: ["DEPLOYMENT_FAILURE"] }, { ...on, alarms: ["errors"] })),
    pass(
      "switched on, with events and alarms known on update",
      group({ ...on, events: unknown }, { ...on, alarms: unknown }),
    ),
    fault("nothing said", group()),
    fault("no rollback", group(undefined, on)),
    fault("rollback switched off", group(off, on)),
    fault("no alarms", group(on)),
    fault("alarms switched off", group(on, off)),
    fault("no rollback beside unknown alarms", group(off, unknown)),
    undecided("rollback known on update", group({ enabled: unknown }, on)),
    undecided("alarms known on update", group(on, unknown)),
    fault(
      "alarms that are named and switched off",
      group({ ...on, events: ["DEPLOYMENT_FAILURE"] }, { ...off, alarms: ["errors"] }),
    ),
  ],
};
