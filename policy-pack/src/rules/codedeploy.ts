import { both, mustBeTrue } from "../authoring/conditions";
import { resourceRule, type Rule } from "../authoring/rule";

const monitored = resourceRule("codedeploy-monitored", {
  // Events need nothing said: CodeDeploy sends every change of state to EventBridge.
  check: both(
    mustBeTrue("autoRollbackConfiguration.enabled", "a deployment that fails is not rolled back by itself"),
    mustBeTrue("alarmConfiguration.enabled", "no alarm stops a deployment"),
  ),
});

/** Rules on AWS CodeDeploy. */
export const codedeployRules: readonly Rule[] = [monitored];
