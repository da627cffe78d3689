import { testAdapter } from "../../contracts/adapter.ts";
import { stageOn } from "./stage.ts";

testAdapter("Slack (socket)", stageOn("socket"));
testAdapter("Slack (HTTP)", stageOn("http"));
