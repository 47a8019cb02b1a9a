using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace SlotBooking.Core.Settings;

/// <summary>The business settings that admins change while the product runs, as they were at one revision. Immutable and thread-safe.</summary>
/// <remarks>
/// Knows no section: features declare theirs as <see cref="SettingSection{T}"/> and add an extension property (<c>settings.Capacity</c>).
/// A stored section is read when it is first asked for, so one that cannot be read harms nobody who does not need it.
/// </remarks>
public sealed class OfficeSettings
{
    /// <summary>The settings while nothing was ever changed.</summary>
    public static readonly OfficeSettings Default = new(0, ImmutableDictionary<string, string>.Empty);

    private readonly ImmutableDictionary<string, string> _stored;
    private readonly ConcurrentDictionary<string, object> _read = new(StringComparer.Ordinal);

    internal OfficeSettings(long revision, ImmutableDictionary<string, string> stored) => (Revision, _stored) = (revision, stored);

    /// <summary>Gets a number that rises with every change; 0 when nothing was ever changed.</summary>
    public long Revision { get; }

    /// <summary>Gets a section's value, or its default while it was never changed.</summary>
    public T Get<T>(SettingSection<T> section)
        where T : notnull =>
        _read.TryGetValue(section.Name, out var value)
            ? (T)value
            : (T)_read.GetOrAdd(section.Name, section.Parse(_stored.GetValueOrDefault(section.Name)));

    /// <summary>Returns these settings with another value for one section; nothing is stored.</summary>
    public OfficeSettings With<T>(SettingSection<T> section, T value)
        where T : notnull => new(Revision, _stored.SetItem(section.Name, section.Write(value)));
}
