using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Settings;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class SettingTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>Business settings.</summary>
        public DbSet<SettingRow> Settings => db.Set<SettingRow>();

        /// <summary>Gets the history of the settings.</summary>
        public DbSet<SettingChange> SettingChanges => db.Set<SettingChange>();
    }
}
