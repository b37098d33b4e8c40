// UsersController.create (POST /users)
import { Clock, CreateUser, UserStore, UsersController } from "./samples.controller.ts";
import { invalid, ofType, parseJson, toProblem, toReply } from "@gatewright/core/runtime";
import { body, contentType, toResult } from "@gatewright/core/runtime/http-api";
import { bindDto } from "@gatewright/core/validation";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);
const bodyTypes = ["application/json","*/*+json"];
const bodyPlace = {"in":"body","path":"","required":true};

export const handler = async (event, context) => {
  try {
    const failures = [];
    const json = parseJson(ofType(body(event), contentType(event), bodyTypes));
    const input = await bindDto(json, CreateUser, bodyPlace, failures);
    if (failures.length > 0) return toResult(invalid(failures), event);
    const value = usersController.create(input);
    return toResult(toReply(value?.then ? await value : value, 201), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
