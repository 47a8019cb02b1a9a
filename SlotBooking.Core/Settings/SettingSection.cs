using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SlotBooking.Core.Settings;

/// <summary>One part of the business settings that is stored, checked and changed by itself; declared by the feature that it belongs to.</summary>
/// <typeparam name="T">An immutable value that reads from and writes to JSON.</typeparam>
/// <param name="name">The stable name under which the section is stored, such as „capacity“.</param>
/// <param name="defaultValue">The value that holds while the section was never changed.</param>
/// <param name="problems">Returns German sentences about what is wrong with a value; empty when nothing is.</param>
public sealed class SettingSection<T>(string name, T defaultValue, Func<T, IReadOnlyList<string>> problems)
    where T : notnull
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Gets the stable name under which the section is stored.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the value that holds while the section was never changed.</summary>
    public T Default { get; } = defaultValue;

    /// <summary>Returns German sentences about what is wrong with a value; empty when nothing is.</summary>
    public IReadOnlyList<string> ProblemsOf(T value) => problems(value);

    /// <summary>Reads a stored value; the default for null and for the JSON „null“.</summary>
    /// <exception cref="JsonException">The text is no value of this section.</exception>
    public T Parse(string? json) => json is null ? Default : JsonSerializer.Deserialize<T>(json, Json) ?? Default;

    /// <summary>Reads a value that was stored once; false when the text is no value of this section, or „null“.</summary>
    public bool TryParse(string json, [NotNullWhen(true)] out T? value)
    {
        try
        {
            value = JsonSerializer.Deserialize<T>(json, Json);
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }

        return value is not null;
    }

    /// <summary>Writes a value as it is stored.</summary>
    public string Write(T value) => JsonSerializer.Serialize(value, Json);
}
