import { stackRule, type Rule } from "../../authoring/rule";
import { Truth } from "../../authoring/truth";
import type { GraphResource } from "../../graph/stack-graph";
import { areOfStage, methodSettings, restStage } from "./stages";

const loggingPresent = stackRule("apigateway-execution-logging-present", {
  check: (stack, graph) => {
    const all = graph.ofType(methodSettings);
    for (const stage of graph.ofType(restStage)) {
      // A stage without access logs is reported for these.
      const isJudged = stage.get("accessLogSettings.destinationArn").isGiven();
      const logs = all.map((one) => Truth.all([areOfStage(graph, one, stage), isForAllMethods(one), isLogged(one)]));
      stack.expect(
        stage,
        isJudged.not().or(Truth.any(logs)),
        "no settings for all methods of the stage log executions at INFO or ERROR",
      );
    }
    for (const settings of all) {
      const isOff = settings.get("settings.loggingLevel").isOneOf("OFF");
      stack.expect(
        settings,
        isForAllMethods(settings).or(isOff.not()),
        "execution logging is switched off for some methods of the stage",
      );
    }
  },
});

function isForAllMethods(settings: GraphResource): Truth {
  return settings.get("methodPath").isOneOf("*/*");
}

function isLogged(settings: GraphResource): Truth {
  return settings.get("settings.loggingLevel").isOneOf("INFO", "ERROR");
}

const cacheSettings = stackRule("apigateway-cache-settings-present", {
  check: (stack, graph) => {
    for (const stage of graph.ofType(restStage)) {
      const settings = graph.ofType(methodSettings).map((one) => areOfStage(graph, one, stage));
      stack.expect(
        stage,
        stage.get("cacheClusterEnabled").isTrue().not().or(Truth.any(settings)),
        "the stage has a cache and no method settings that encrypt it",
      );
    }
  },
});

export const stageSettingRules: readonly Rule[] = [loggingPresent, cacheSettings];
