FROM node:24-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY bot ./bot
COPY cards ./cards

# The embedded database's folder (DATA_DIR); with DATABASE_URL set it stays empty.
RUN mkdir data && chown 1000:1000 data
VOLUME /app/data

# The image's user `node`, as a number: so Kubernetes sees that it is not root.
USER 1000:1000
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

# Not `npm start`: the process itself must get the stop signal, to finish what it has begun.
CMD ["node", "bot/main.ts"]
