# Sourced by ./run and ./mvnw. Sets JAVA_HOME to a JDK of the version this project is built with, looking at
# JAVA_HOME, the PATH and the usual folders; leaves JAVA_HOME alone and returns 1 when there is none.

CHAT_JDK=25

chat_is_jdk() {
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | head -n 1 | grep -q "\"$CHAT_JDK[.\"-]"
}

chat_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && chat_is_jdk "$JAVA_HOME"; then
    return 0
  fi
  chat_on_path=$(command -v java 2>/dev/null) || chat_on_path=
  if [ -n "$chat_on_path" ]; then
    chat_on_path=$(readlink -f "$chat_on_path" 2>/dev/null || echo "$chat_on_path")
    chat_on_path=$(dirname "$(dirname "$chat_on_path")")
  fi
  for chat_home in "$chat_on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/*; do
    if [ -n "$chat_home" ] && chat_is_jdk "$chat_home"; then
      JAVA_HOME=$chat_home
      export JAVA_HOME
      return 0
    fi
  done
  return 1
}
