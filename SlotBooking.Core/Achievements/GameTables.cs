using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Persistence;

namespace SlotBooking.Core.Achievements;

/// <summary>The tables of this folder as sets of the context.</summary>
public static class GameTables
{
    extension(SlotBookingDb db)
    {
        /// <summary>The ledger of points.</summary>
        public DbSet<LedgerEntry> GameEntries => db.Set<LedgerEntry>();

        /// <summary>Bookings as the game knows them.</summary>
        public DbSet<PlayedBooking> PlayedBookings => db.Set<PlayedBooking>();

        /// <summary>Each person's sums.</summary>
        public DbSet<Player> Players => db.Set<Player>();

        /// <summary>Each person's days.</summary>
        public DbSet<PlayerDay> PlayerDays => db.Set<PlayerDay>();

        /// <summary>The team's days.</summary>
        public DbSet<TeamDay> TeamDays => db.Set<TeamDay>();

        /// <summary>Gets each person's sums by period.</summary>
        public DbSet<PeriodSum> PeriodSums => db.Set<PeriodSum>();

        /// <summary>Periods with their MVPs.</summary>
        public DbSet<ClosedPeriod> ClosedPeriods => db.Set<ClosedPeriod>();

        /// <summary>Gets the badges that people have earned.</summary>
        public DbSet<EarnedBadge> EarnedBadges => db.Set<EarnedBadge>();

        /// <summary>Gets the levels that people have reached.</summary>
        public DbSet<ReachedLevel> ReachedLevels => db.Set<ReachedLevel>();

        /// <summary>Gets the game's progress through the log; one row at most.</summary>
        public DbSet<GameState> GameStates => db.Set<GameState>();

        /// <summary>Events the game could not understand.</summary>
        public DbSet<ParkedEvent> ParkedEvents => db.Set<ParkedEvent>();

        /// <summary>Gets the absences that the game has read from the log.</summary>
        public DbSet<HeardAbsence> HeardAbsences => db.Set<HeardAbsence>();

        /// <summary>Gets the absences of people.</summary>
        public DbSet<Absence> Absences => db.Set<Absence>();

        /// <summary>Corrections of points.</summary>
        public DbSet<PointCorrection> PointCorrections => db.Set<PointCorrection>();

        /// <summary>Gets the notices of what people earned.</summary>
        public DbSet<GameNews> GameNews => db.Set<GameNews>();

        /// <summary>Popups, sound, and who is left out of boards.</summary>
        public DbSet<GameChoice> GameChoices => db.Set<GameChoice>();
    }
}
