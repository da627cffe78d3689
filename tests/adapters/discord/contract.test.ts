import { testAdapter } from "../../contracts/adapter.ts";
import { stage } from "./stage.ts";

testAdapter("Discord", stage);
