import { Module } from "@nestjs/common";
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from "@nestjs/core";
import { AccessGuard } from "./access.guard.js";
import { ErrorFilter } from "./error.filter.js";
import { OperationsServer } from "./operations-server.js";
import { ProcessMetrics } from "../observability/process-metrics.js";
import { Readiness } from "../observability/readiness.js";
import { ResponseSchemaInterceptor } from "./response.interceptor.js";
import { OpenApiController } from "./openapi/openapi.controller.js";
import { SystemController } from "./system.controller.js";

@Module({
  controllers: [SystemController, OpenApiController],
  providers: [
    Readiness,
    OperationsServer,
    ProcessMetrics,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ErrorFilter },
    { provide: APP_INTERCEPTOR, useClass: ResponseSchemaInterceptor },
  ],
})
export class HttpModule {}
