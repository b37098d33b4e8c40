// UsersController.list (GET /users)
import { Clock, PageQuery, UserStore, UsersController } from "./samples.controller.ts";
import { coerce, invalid, number, to, toProblem, toReply } from "@gatewright/core/runtime";
import { query, toResult } from "@gatewright/core/runtime/http-api";
import { bindDto } from "@gatewright/core/validation";

const clock = new Clock();
const userStore = new UserStore(clock);
const usersController = new UsersController(userStore, clock);
const PageQueryProperties = { "limit": to(number) };
const queryPlace = {"in":"query","path":"","required":true};

export const handler = async (event, context) => {
  try {
    const failures = [];
    const queryValues = query(event);
    const queryInput = await bindDto(coerce(queryValues, PageQueryProperties), PageQuery, queryPlace, failures);
    if (failures.length > 0) return toResult(invalid(failures), event);
    const value = usersController.list(queryInput);
    return toResult(toReply(value?.then ? await value : value), event);
  } catch (error) {
    return toResult(toProblem(error, context), event);
  }
};
