# The server for production: PostgreSQL and ClickHouse are elsewhere (see compose.yaml), so neither engine is in the image.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY domain/package.json domain/
COPY simulator/package.json simulator/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --no-audit --no-fund
COPY . .
ENV PATH=/app/node_modules/.bin:$PATH
RUN node scripts/build-web.ts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
COPY package.json package-lock.json .npmrc ./
COPY domain/package.json domain/
COPY simulator/package.json simulator/
COPY server/package.json server/
COPY web/package.json web/
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force
COPY domain/src domain/src
COPY simulator/src simulator/src
COPY server/src server/src
COPY --from=build /app/web/dist web/dist
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/v1/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1 and takes the signals; npm or a shell in between would swallow them.
# On a large machine Node lets garbage grow to several times what is in use before it looks for it; a server has no use for that.
CMD ["node", "--max-semi-space-size=24", "--heap-growing-percent=200", "server/src/cli/watchdesk.ts", "serve"]
