using Microsoft.Extensions.Configuration;

namespace SlotBooking.Core.Availability;

/// <summary>The consultants named in the configuration, who are taken over while the database has none.</summary>
/// <param name="Entries">In their order; empty when the setting is.</param>
public sealed record ConsultantOptions(IReadOnlyList<ConsultantEntry> Entries)
{
    /// <summary>Reads and checks the setting.</summary>
    /// <exception cref="ConfigurationException">An entry is not understood; the sentence says which.</exception>
    public static ConsultantOptions From(IConfiguration configuration) => new(ConsultantList.Parse(configuration[ConsultantList.Setting]));
}
