namespace SlotBooking.Core;

/// <summary>A setting from outside is wrong. The message is a German sentence that names the setting and says what to do; the start stops with it.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
