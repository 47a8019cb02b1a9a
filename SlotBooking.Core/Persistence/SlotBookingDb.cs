using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Achievements.Absences;
using SlotBooking.Core.Achievements.Badges;
using SlotBooking.Core.Achievements.Ledger;
using SlotBooking.Core.Achievements.Levels;
using SlotBooking.Core.Achievements.Notifications;
using SlotBooking.Core.Achievements.Periods;
using SlotBooking.Core.Achievements.Projection;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.CalendarSync.Deletions;
using SlotBooking.Core.CalendarSync.Feed;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Calendars.Push;
using SlotBooking.Core.Customers;
using SlotBooking.Core.Events;
using SlotBooking.Core.Jobs;
using SlotBooking.Core.Metrics;
using SlotBooking.Core.Outcomes;
using SlotBooking.Core.Settings;

namespace SlotBooking.Core.Persistence;

/// <summary>The database as EF Core sees it, the same on SQLite and PostgreSQL. Lives for one operation; comes from a factory.</summary>
/// <remarks>Writes go through <see cref="Database"/>, which owns the gate, the transaction and the telling of events.</remarks>
public sealed class SlotBookingDb(DbContextOptions<SlotBookingDb> options)
    : IdentityDbContext<Account, Role, Guid>(options)
{
    /// <summary>Who is signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>Every appointment ever booked.</summary>
    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>The sold places.</summary>
    public DbSet<SlotPlace> SlotPlaces => Set<SlotPlace>();

    /// <summary>The rows PostgreSQL locks.</summary>
    public DbSet<SlotLock> SlotLocks => Set<SlotLock>();

    /// <summary>Answers to commands.</summary>
    public DbSet<ProcessedCommand> Commands => Set<ProcessedCommand>();

    /// <summary>Who is booked.</summary>
    public DbSet<Customer> Customers => Set<Customer>();

    /// <summary>By what they are recognised.</summary>
    public DbSet<CustomerKey> CustomerKeys => Set<CustomerKey>();

    /// <summary>By which words they are found.</summary>
    public DbSet<CustomerWord> CustomerWords => Set<CustomerWord>();

    /// <summary>By which digits they are found.</summary>
    public DbSet<CustomerDigits> CustomerDigits => Set<CustomerDigits>();

    /// <summary>What colleagues wrote about them.</summary>
    public DbSet<CustomerNote> CustomerNotes => Set<CustomerNote>();

    /// <summary>Which profiles were found to be one.</summary>
    public DbSet<CustomerMerge> CustomerMerges => Set<CustomerMerge>();

    /// <summary>The event log.</summary>
    public DbSet<OfficeEvent> Events => Set<OfficeEvent>();

    /// <summary>How far the log's readers are.</summary>
    public DbSet<ReaderCursor> Cursors => Set<ReaderCursor>();

    /// <summary>The people who hold appointments.</summary>
    public DbSet<Consultant> Consultants => Set<Consultant>();

    /// <summary>Who is ready when, as worked out last.</summary>
    public DbSet<ReadySlot> ReadySlots => Set<ReadySlot>();

    /// <summary>The worked-out window; one row at most.</summary>
    public DbSet<AvailabilityWindow> AvailabilityWindows => Set<AvailabilityWindow>();

    /// <summary>Blocked days and hours.</summary>
    public DbSet<Block> Blocks => Set<Block>();

    /// <summary>What is known of each calendar.</summary>
    public DbSet<CalendarState> CalendarStates => Set<CalendarState>();

    /// <summary>The mirrored events.</summary>
    public DbSet<MirroredEvent> MirroredEvents => Set<MirroredEvent>();

    /// <summary>Places taken by hand-made events.</summary>
    public DbSet<CentralTaking> CentralTakings => Set<CentralTaking>();

    /// <summary>Calendars that are kept here.</summary>
    public DbSet<LocalEvent> LocalEvents => Set<LocalEvent>();

    /// <summary>What still has to be written to the central calendar.</summary>
    public DbSet<CalendarWrite> CalendarWrites => Set<CalendarWrite>();

    /// <summary>Events of ours that are missing in the central calendar.</summary>
    public DbSet<CalendarAbsence> CalendarAbsences => Set<CalendarAbsence>();

    /// <summary>Channels through which Google says that a calendar changed.</summary>
    public DbSet<CalendarChannel> CalendarChannels => Set<CalendarChannel>();

    /// <summary>Requests that may be sent to Google.</summary>
    public DbSet<RequestLease> RequestLeases => Set<RequestLease>();

    /// <summary>Every change of an outcome.</summary>
    public DbSet<OutcomeChange> OutcomeChanges => Set<OutcomeChange>();

    /// <summary>Events of the central calendar whose marks have to be looked at.</summary>
    public DbSet<MarkLook> MarkLooks => Set<MarkLook>();

    /// <summary>People's secret links to their appointments.</summary>
    public DbSet<FeedLink> FeedLinks => Set<FeedLink>();

    /// <summary>Business settings.</summary>
    public DbSet<SettingRow> Settings => Set<SettingRow>();

    /// <summary>Their history.</summary>
    public DbSet<SettingChange> SettingChanges => Set<SettingChange>();

    /// <summary>The job ledger.</summary>
    public DbSet<JobWindow> JobWindows => Set<JobWindow>();

    /// <summary>Each day's appointments, counted.</summary>
    public DbSet<DaySheet> DaySheets => Set<DaySheet>();

    /// <summary>The ledger of points.</summary>
    public DbSet<LedgerEntry> GameEntries => Set<LedgerEntry>();

    /// <summary>Bookings as the game knows them.</summary>
    public DbSet<PlayedBooking> PlayedBookings => Set<PlayedBooking>();

    /// <summary>Each person's sums.</summary>
    public DbSet<Player> Players => Set<Player>();

    /// <summary>Each person's days.</summary>
    public DbSet<PlayerDay> PlayerDays => Set<PlayerDay>();

    /// <summary>The team's days.</summary>
    public DbSet<TeamDay> TeamDays => Set<TeamDay>();

    /// <summary>What each person had in each period.</summary>
    public DbSet<PeriodSum> PeriodSums => Set<PeriodSum>();

    /// <summary>Periods with their MVPs.</summary>
    public DbSet<ClosedPeriod> ClosedPeriods => Set<ClosedPeriod>();

    /// <summary>Who has which badge.</summary>
    public DbSet<EarnedBadge> EarnedBadges => Set<EarnedBadge>();

    /// <summary>Who reached which level.</summary>
    public DbSet<ReachedLevel> ReachedLevels => Set<ReachedLevel>();

    /// <summary>How far the game is; one row at most.</summary>
    public DbSet<GameState> GameStates => Set<GameState>();

    /// <summary>Events the game could not understand.</summary>
    public DbSet<ParkedEvent> ParkedEvents => Set<ParkedEvent>();

    /// <summary>Absences the game has heard of.</summary>
    public DbSet<HeardAbsence> HeardAbsences => Set<HeardAbsence>();

    /// <summary>Who is away.</summary>
    public DbSet<Absence> Absences => Set<Absence>();

    /// <summary>Corrections of points.</summary>
    public DbSet<PointCorrection> PointCorrections => Set<PointCorrection>();

    /// <summary>What people are told of what they earned.</summary>
    public DbSet<GameNews> GameNews => Set<GameNews>();

    /// <summary>Popups, sound, and who is left out of boards.</summary>
    public DbSet<GameChoice> GameChoices => Set<GameChoice>();

    /// <summary>The key ring.</summary>
    public DbSet<KeyRingEntry> KeyRing => Set<KeyRingEntry>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<BookingStatus>().HaveConversion<string>();
        configurationBuilder.Properties<OutcomeSource>().HaveConversion<string>();
        configurationBuilder.Properties<JobState>().HaveConversion<string>();
        configurationBuilder.Properties<CalendarTrouble>().HaveConversion<string>();
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
        else
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcInstant>();
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>().ToTable("accounts");
        builder.Entity<Role>().ToTable("roles");
        builder.Entity<IdentityUserRole<Guid>>().ToTable("account_roles");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.Entity<IdentityRoleClaim<Guid>>().ToTable("role_claims");
        builder.ApplyConfigurationsFromAssembly(typeof(SlotBookingDb).Assembly);
    }
}
