import { mustNotBeFalse } from "../../authoring/conditions";
import { resourceRule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";

const actions = ["alarmActions", "okActions", "insufficientDataActions"];

export const alarmsHaveActions = resourceRule("cloudwatch-alarms-have-actions", {
  check: (alarm) => {
    alarm.expect(Truth.any(actions.map((path) => alarm.get(path).isGiven())), "the alarm tells nobody");
    mustNotBeFalse("actionsEnabled", "the actions of the alarm are switched off")(alarm);
  },
});
