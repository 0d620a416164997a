import "reflect-metadata";
import { createContractHandler } from "@greenhook/core/contract";
import { greenhookPlugin } from "@greenhook/fastify";
import { GreenhookModule } from "@greenhook/nestjs";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { FastifyAdapter } from "@nestjs/platform-fastify";

class AppModule {}
Module({
  imports: [false, true].map((quarantine) =>
    GreenhookModule.forRoot({
      path: quarantine ? "module/with" : "module/without",
      handler: () => createContractHandler({ quarantine }),
    }),
  ),
})(AppModule);

const app = await NestFactory.create(AppModule, new FastifyAdapter(), { logger: ["error"] });
await app.register(greenhookPlugin, { prefix: "/without", handler: createContractHandler({ quarantine: false }) });
await app.register(greenhookPlugin, { prefix: "/with", handler: createContractHandler({ quarantine: true }) });
await app.listen(0, "127.0.0.1");
console.log(`port ${app.getHttpServer().address().port}`);
