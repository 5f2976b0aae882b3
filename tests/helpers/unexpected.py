"""What Qt and Chromium say on any machine without a graphics card, and what they should not."""

# Of a machine without a graphics card, without a system bus, or of a user who is root.
EXPECTED = (
    "Vulkan",
    "vulkan",
    "GPUInfo",
    "GPU vendor",
    "Sandboxing disabled",
    "Running as root",
    "QXcbIntegration: Cannot create platform",
    "QRhiGles2",
    "Failed to create RHI",
    "neither GLX nor EGL are enabled",
    "dbus/bus.cc",
    "rejected by interface",  # what a killed page was being told
)


def unexpected(said: str) -> list[str]:
    """Return the lines of a program's standard error that nobody expected."""
    lines = [line.strip() for line in said.splitlines()]
    return [line for line in lines if line and not any(word in line for word in EXPECTED)]
